import type { ReactNode } from 'react'
import { formatCount, formatPercent, formatShortDate, formatWholeDollars } from '@/lib/format/index.ts'
import type { DealSummary } from '@/lib/library/deal-summary.ts'
import type { Sort } from '@/lib/library/library.ts'
import type { AxisRule, Span } from './range-shape.ts'
import { RangeStill } from './range-still.tsx'
import { StatesStrip } from './states-strip.tsx'

/** The spans of the axes that the small stills of a page share. */
export type Spans = { ltv: Span | null; rate: Span | null }

export type FigureColumn = {
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
    header: 'Balance, $',
    sort: '-balance',
    from: 'medium',
    cell: deal => printed(deal.poolBalanceCents, formatWholeDollars),
  },
  { header: 'Loans', sort: '-loans', from: 'medium', cell: deal => printed(deal.loanCount, formatCount) },
  {
    header: 'Average, $',
    sort: '-average',
    from: 'large',
    cell: deal => printed(deal.averageBalanceCents, formatWholeDollars),
  },
  {
    header: 'WAC',
    meaning: 'Weighted average mortgage rate, percent',
    sort: '-wac',
    from: 'medium',
    cell: wac,
  },
  {
    header: 'WALTV',
    meaning: 'Weighted average original loan-to-value ratio, percent',
    sort: '-waltv',
    from: 'medium',
    cell: deal => printed(deal.waltvPct, value => formatPercent(value)),
  },
  {
    header: 'WAM',
    meaning: 'Weighted average remaining term, months',
    sort: '-wam',
    from: 'medium',
    cell: deal => printed(deal.wamMonths, formatCount),
  },
  {
    header: 'Original LTV',
    from: 'large',
    cell: (deal, spans) => <RangeStill shares={deal.ltv} span={spans.ltv} rule={ltvAxis} />,
  },
  {
    header: 'Mortgage rate',
    from: 'wide',
    cell: (deal, spans) => <RangeStill shares={deal.rate} span={spans.rate} rule={rateAxis} />,
  },
  { header: 'States', from: 'wide', cell: deal => <StatesStrip states={deal.states} /> },
  {
    header: 'Largest',
    meaning: 'State with the largest share, percent',
    from: 'wide',
    cell: ({ largestState }) => largestState && `${largestState.code} ${formatPercent(largestState.pct)}`,
  },
]

/** Classes that show a cell from a width on. */
export const shownFrom = {
  medium: 'max-md:hidden',
  large: 'max-lg:hidden',
  wide: 'max-xl:hidden',
} as const

/** The signing date, or the year alone where no date is known. */
export function signedCell(deal: DealSummary): string | null {
  return deal.signedOn ? formatShortDate(deal.signedOn) : (deal.year?.toString() ?? null)
}

function wac(deal: DealSummary): ReactNode {
  if (deal.wacPct === null) return null
  return (
    <>
      {formatPercent(deal.wacPct, 3)}
      {deal.wacIsNet && <span className="block text-[0.6875rem] leading-3 text-ink-3">net</span>}
    </>
  )
}

function printed(value: number | null, format: (value: number) => string): ReactNode {
  return value === null ? null : format(value)
}
