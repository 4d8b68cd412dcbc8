import { type DealFigure, sayFigureValue } from '../figures/index.ts'
import { formatDate, formatShortMoney } from '../format/index.ts'
import type { DateKind, TrendDeal, TrendValue } from './trend.ts'

/** Which date stands for a pool, to follow the date. */
export const dateKindSays: Record<DateKind, string> = {
  'cut-off': 'cut-off date',
  event: 'date of the event',
  signed: 'date signed',
  filed: 'date filed',
}

/** Where a value comes from, to follow it. */
export const valueKindSays: Record<TrendValue['kind'], string> = {
  stated: 'stated',
  computed: 'computed from exact rows',
  bounded: 'bounded by ranges',
}

/** A deal's value with its unit: `77.28%`, `64.22% to 72.68%`. */
function sayTrendValue(figure: DealFigure, { low, high, value }: TrendValue): string {
  const one = value === null ? { low, high } : { low: value, high: value }
  return sayFigureValue(figure, { ...one, value })
}

/**
 * What a point shows, in parts: the deal, its value, what is wrong, its date and its balance.
 *
 * > Larkfield 2004-B · 77.28%, stated · 1 June 2004, cut-off date · balance $609.4 m
 */
export function sayPoint(figure: DealFigure, deal: TrendDeal): string[] {
  const { name, value, dated, balanceCents, checksFailed } = deal
  return [
    name,
    value ? sayWithKind(figure, deal, value) : 'not reported',
    ...(checksFailed > 0 ? ['a check on it fails'] : []),
    ...(dated ? [`${formatDate(dated.date)}, ${dateKindSays[dated.kind]}`] : ['no date']),
    balanceCents ? `balance ${sayBalance(balanceCents)}` : 'no balance known',
  ]
}

/** Of what contradicts itself no one kind is true: it reaches from the least to the most that the filing says. */
function sayWithKind(figure: DealFigure, { checksFailed }: TrendDeal, value: TrendValue): string {
  const says = sayTrendValue(figure, value)
  if (checksFailed > 0 && value.value === null) return `${says}, by what the filing says of it`
  return `${says}, ${valueKindSays[value.kind]}`
}

function sayBalance({ low, high }: { low: number; high: number }): string {
  return low === high ? formatShortMoney(low) : `${formatShortMoney(low)} to ${formatShortMoney(high)}`
}
