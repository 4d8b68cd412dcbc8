import type { ReactNode } from 'react'
import {
  formatCount,
  formatDecimal,
  formatPercent,
  formatShortDate,
  formatWholeDollars,
  widen,
} from '@/lib/format/index.ts'
import type { DealSummary } from '@/lib/library/deal-summary.ts'
import type { Sort } from '@/lib/library/library.ts'
import type { AxisRule, Span } from './range-shape.ts'
import { RangeStill } from './range-still.tsx'
import { StatesStrip } from './states-strip.tsx'

/** The spans of the axes that the small stills of a page share. */
export type Spans = { ltv: Span | null; rate: Span | null }

export type FigureColumn = {
  /** What addresses call it. */
  id: string
  header: string
  /** The header in full, where it is an abbreviation. */
  meaning?: string
  /** Its natural order; absent where a column cannot be sorted. */
  sort?: Sort
  /** From which width of the window on the column is there. */
  from: 'medium' | 'large' | 'wide'
  cell: (deal: DealSummary, spans: Spans) => ReactNode
}

/** Loans below 30 % of value are few, and a filing's lowest row is open: the axis starts there, the area is true. */
export const ltvAxis: AxisRule = { least: 0, from: 30 }
export const rateAxis: AxisRule = { least: 0, from: null }

/** The figures of a row between its name and its checks, in the order in which they stand. */
export const figureColumns: FigureColumn[] = [
  {
    id: 'balance',
    header: 'Balance, $',
    sort: '-balance',
    from: 'medium',
    cell: deal => printed(deal.poolBalanceCents, formatWholeDollars),
  },
  {
    id: 'loans',
    header: 'Loans',
    sort: '-loans',
    from: 'medium',
    cell: deal => printed(deal.loanCount, formatCount),
  },
  {
    id: 'average',
    header: 'Average, $',
    sort: '-average',
    from: 'large',
    cell: deal => printed(deal.averageBalanceCents, formatWholeDollars),
  },
  {
    id: 'wac',
    header: 'WAC',
    meaning: 'Weighted average mortgage rate, percent',
    sort: '-wac',
    from: 'medium',
    cell: wac,
  },
  {
    id: 'waltv',
    header: 'WALTV',
    meaning: 'Weighted average original loan-to-value ratio, percent',
    sort: '-waltv',
    from: 'medium',
    cell: deal => average(deal, 'waltvPct', 2),
  },
  {
    id: 'wam',
    header: 'WAM',
    meaning: 'Weighted average remaining term, months',
    sort: '-wam',
    from: 'medium',
    cell: deal => average(deal, 'wamMonths', 0),
  },
  {
    id: 'ltv',
    header: 'Original LTV',
    from: 'large',
    cell: (deal, spans) => <RangeStill shares={deal.ltv} span={spans.ltv} rule={ltvAxis} />,
  },
  {
    id: 'rate',
    header: 'Mortgage rate',
    from: 'wide',
    cell: (deal, spans) => <RangeStill shares={deal.rate} span={spans.rate} rule={rateAxis} />,
  },
  { id: 'states', header: 'States', from: 'wide', cell: deal => <StatesStrip states={deal.states} /> },
  {
    id: 'largest',
    header: 'Largest',
    meaning: 'State with the largest share, percent',
    from: 'wide',
    cell: ({ largestState }) => largestState && `${largestState.code} ${formatPercent(largestState.pct)}`,
  },
]

/** A drawing is as wide as two figures. */
const widthOf = ({ id }: FigureColumn) => (['ltv', 'rate', 'states'].includes(id) ? 2 : 1)
/** From which width of the window on a cell is there. */
type From = FigureColumn['from']

/**
 * How many figures have room from each width of the window on, beside a deal's name: alone, and beside one column of a
 * figure that is asked for, two, three, or more.
 */
const roomFrom = [
  ['medium', [5, 2, 1, 1, 1]],
  ['large', [8, 4, 4, 2, 1]],
  ['wide', [Number.POSITIVE_INFINITY]],
] as const

/**
 * The figures that a reader chose, those first for which a narrower window has room; without a choice the usual ones. Beside
 * figures that are asked for, `asked` of them, there is less room.
 */
export function chooseColumns(chosen: string | undefined, asked = 0): FigureColumn[] {
  if (chosen === undefined) return figureColumns
  const ids = chosen.split(',')
  let taken = 0
  return figureColumns
    .filter(({ id }) => ids.includes(id))
    .map(column => {
      taken += widthOf(column)
      const room = (rooms: readonly number[]) => rooms[Math.min(asked, rooms.length - 1)] ?? 0
      return { ...column, from: roomFrom.find(([, rooms]) => taken <= room(rooms))?.[0] ?? 'wide' }
    })
}

/** From which width on a figure that is asked for has a column, by its order; below that it stands under the deal's name. */
export const askedFrom = (order: number): From => (order < 2 ? 'medium' : order < 4 ? 'large' : 'wide')

/** Classes that show a cell from a width on. */
export const shownFrom = {
  medium: 'max-md:hidden',
  large: 'max-lg:hidden',
  wide: 'max-2xl:hidden',
} as const

/** Classes that show what stands in a deal's name as long as its column is not there. */
export const shownUntil = {
  medium: 'md:hidden',
  large: 'lg:hidden',
  wide: '2xl:hidden',
} as const

/** The signing date, or the year alone where no date is known. */
export function signedCell(deal: DealSummary): string | null {
  return deal.signedOn ? formatShortDate(deal.signedOn) : (deal.year?.toString() ?? null)
}

function wac(deal: DealSummary): ReactNode {
  return (
    <>
      {average(deal, 'wacPct', deal.wacPct === null ? 2 : 3)}
      {deal.wacIsNet && <span className="block text-[0.6875rem] leading-3 text-ink-3">net</span>}
    </>
  )
}

/** An average; the least and the most that it can be, in lighter ink, where ranges no more than bound it. */
function average(deal: DealSummary, name: keyof DealSummary['bounds'], decimals: number): ReactNode {
  const format = (value: number) => formatDecimal(value, decimals)
  const [value, bounds] = [deal[name], deal.bounds[name]]
  if (value !== null || !bounds) return printed(value, format)
  return <span className="whitespace-nowrap text-ink-2">{widen(bounds, decimals).map(format).join('–')}</span>
}

function printed(value: number | null, format: (value: number) => string): ReactNode {
  return value === null ? null : format(value)
}
