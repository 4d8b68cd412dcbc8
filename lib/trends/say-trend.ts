import { type DealFigure, describeDealFigure, sayFigureValue } from '../figures/index.ts'
import { formatCount } from '../format/index.ts'
import { namePeriod, type PeriodKind } from './periods.ts'
import type { DateKind, Trend, TrendPeriod } from './trend.ts'

/** How many deals give one figure, are bounded, fail a check, or do not report the measure. */
export function sayCounts({ whole, notReported, excluded, points }: Trend): string {
  const undated = excluded.filter(({ reason }) => reason === 'no-date').length
  const all = points.length + undated + notReported.length
  const parts = [
    `${formatCount(whole.exact)} of ${formatCount(all)} exact`,
    whole.bounded > 0 ? `${formatCount(whole.bounded)} bounded` : '',
    whole.failing > 0 ? `${formatCount(whole.failing)} with a failing check` : '',
    notReported.length > 0
      ? `${formatCount(notReported.length)} ${notReported.length === 1 ? 'does' : 'do'} not report it`
      : '',
    undated > 0 ? `${formatCount(undated)} without a date` : '',
  ]
  return parts.filter(part => part !== '').join(', ')
}

/**
 * How the line goes from its first period to its last, with a direction only where the bounds prove it.
 *
 * > Original LTV rises from 64.22% to 72.68% in 2000 to 81.04% in 2007
 */
export function sayChange({ periods }: Trend, figure: DealFigure, by: PeriodKind): string | null {
  const drawn = periods.filter(({ line }) => line !== null)
  const [first, last] = [drawn[0], drawn.at(-1)]
  if (!first?.line || !last?.line || first === last) return null
  const [from, to] = [first.line, last.line]
  const way = to.low > from.high ? 'rises from' : to.high < from.low ? 'falls from' : 'goes from'
  return `${describeDealFigure(figure)} ${way} ${sayLine(figure, first)} in ${namePeriod(first.period, by)} to ${sayLine(figure, last)} in ${namePeriod(last.period, by)}`
}

function sayLine(figure: DealFigure, { line }: TrendPeriod): string {
  if (line === null) return 'nothing'
  const { low, high } = line
  const said = sayFigureValue(figure, { low, high, value: low === high ? low : null })
  return said.includes(' to ') ? `between ${said.replace(' to ', ' and ')}` : said
}

const dateNames: Record<DateKind, string> = {
  'cut-off': 'by cut-off date',
  event: 'by the date of the event',
  signed: 'by the date signed',
  filed: 'by the date filed',
}

/**
 * Which dates the deals stand at.
 *
 * > Deals stand at their dates: 30 by cut-off date, 5 by the date of the event.
 */
export function sayDates(trend: Trend): string | null {
  const dated = trend.periods.flatMap(({ deals }) => deals)
  const counts = Map.groupBy(dated, ({ dated }) => dated?.kind)
  const parts = (Object.keys(dateNames) as DateKind[]).flatMap(kind => {
    const many = counts.get(kind)?.length ?? 0
    return many > 0 ? [`${formatCount(many)} ${dateNames[kind]}`] : []
  })
  return parts.length > 0 ? `Deals stand at their dates: ${parts.join(', ')}.` : null
}
