import { formatCount, formatPercent, formatShortMoney } from '@/lib/format/index.ts'
import type { DealSummary } from '@/lib/library/deal-summary.ts'
import { signedCell } from './columns.tsx'

/** A deal's name, its depositor and series under it, and in a narrow window its figures too. */
export function DealCell({ deal }: { deal: DealSummary }) {
  const origin = [deal.depositor, deal.series && `Series ${deal.series}`].filter(Boolean).join(', ')
  return (
    <th scope="row">
      <a href={deal.url}>{deal.name}</a>
      {origin && <span className="block text-xs/4 text-ink-3">{origin}</span>}
      <span className="mt-1 block text-xs/4 text-ink-2 md:hidden">{inShort(deal)}</span>
    </th>
  )
}

/** A row's figures in a line: `15 Oct 2002 · $225.1 m · 553 loans · WAC 6.973`. */
function inShort(deal: DealSummary): string {
  const { poolBalanceCents, loanCount, wacPct, waltvPct, noStratifications } = deal
  const figures = [
    poolBalanceCents !== null && formatShortMoney(poolBalanceCents),
    loanCount !== null && `${formatCount(loanCount)}\u00a0loans`,
    wacPct !== null && `WAC\u00a0${formatPercent(wacPct, 3)}`,
    waltvPct !== null && `WALTV\u00a0${formatPercent(waltvPct)}`,
  ]
  return [signedCell(deal), ...(noStratifications ? [noStratifications.message] : figures)]
    .filter(Boolean)
    .join('\u00a0· ')
}
