import type { DealSummary } from '../library/deal-summary.ts'
import { type Cell, type ExportTable, figureCell, textCell, withUnit } from './export-table.ts'

type DealColumn = { header: string; cell: (deal: DealSummary, origin: string) => Cell }

/** What is said of a deal in a list of deals, in the order of its columns. */
const columns: DealColumn[] = [
  { header: 'Deal', cell: ({ name }) => ({ text: name }) },
  { header: 'Name by its filings', cell: ({ filedName }) => textCell(filedName) },
  { header: 'Series', cell: ({ series }) => textCell(series) },
  { header: 'Depositor', cell: ({ depositor }) => textCell(depositor) },
  { header: 'Signed', cell: ({ signedOn }) => (signedOn === null ? null : { day: signedOn }) },
  { header: withUnit('Balance', 'cents'), cell: deal => figureCell(deal.poolBalanceCents, 'cents', 2) },
  { header: 'Loans', cell: ({ loanCount }) => figureCell(loanCount, 'count', 0) },
  { header: withUnit('Average', 'cents'), cell: deal => figureCell(deal.averageBalanceCents, 'cents', 2) },
  { header: withUnit('WAC', 'percent'), cell: ({ wacPct }) => figureCell(wacPct, 'percent', null) },
  { header: 'WAC is', cell: ({ wacPct, wacIsNet }) => textCell(wacPct === null ? null : rateName(wacIsNet)) },
  ...boundColumns('WAC', 'wacPct', 'percent'),
  { header: withUnit('WALTV', 'percent'), cell: ({ waltvPct }) => figureCell(waltvPct, 'percent', null) },
  ...boundColumns('WALTV', 'waltvPct', 'percent'),
  { header: withUnit('WAM', 'months'), cell: ({ wamMonths }) => figureCell(wamMonths, 'months', null) },
  ...boundColumns('WAM', 'wamMonths', 'months'),
  { header: 'Largest state', cell: ({ largestState }) => textCell(largestState?.code) },
  {
    header: withUnit('Its share', 'percent'),
    cell: ({ largestState }) => figureCell(largestState?.pct, 'percent', null),
  },
  { header: 'Tables', cell: ({ stratifications }) => figureCell(stratifications, 'count', 0) },
  { header: 'Checks passed', cell: ({ checks }) => figureCell(checks.passed, 'count', 0) },
  { header: 'Checks failed', cell: ({ checks }) => figureCell(checks.failed, 'count', 0) },
  { header: 'Filings', cell: ({ filings }) => figureCell(filings, 'count', 0) },
  { header: 'Tags', cell: ({ tags }) => textCell(tags.join(', ')) },
  { header: 'Why no tables', cell: ({ noStratifications }) => textCell(noStratifications?.message) },
  { header: 'Figures of one loan group', cell: ({ loanGroup }) => textCell(loanGroup) },
  { header: 'Address', cell: ({ url }, origin) => ({ text: `${origin}${url}` }) },
]

/** Of an average that no filing states and ranges bound: the least and the most that it can be. */
function boundColumns(
  name: string,
  figure: keyof DealSummary['bounds'],
  unit: 'percent' | 'months',
): DealColumn[] {
  const ends = [
    { says: 'at least', end: 0 },
    { says: 'at most', end: 1 },
  ] as const
  return ends.map(({ says, end }) => ({
    header: withUnit(`${name} ${says}`, unit),
    cell: ({ bounds }) => figureCell(bounds[figure]?.[end], unit, null),
  }))
}

function rateName(isNet: boolean): string {
  return isNet ? 'net' : 'gross'
}

/**
 * Deals as a plain table, one row each: names and dates, the pool's figures, how the checks came out, and the address of the
 * page below that of the site.
 */
export function dealsTable(deals: readonly DealSummary[], origin: string): ExportTable {
  return {
    headers: columns.map(({ header }) => header),
    rows: deals.map(deal => columns.map(({ cell }) => cell(deal, origin))),
  }
}
