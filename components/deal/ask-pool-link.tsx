import { AskIcon } from '@/components/shell/icons.tsx'
import { askHref } from '@/lib/addresses/ask-address.ts'
import { mayBeAsked } from '@/lib/distributions/index.ts'
import { tablesOverGroups } from '@/lib/figures/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'

type Props = { deal: DealRecord; report: FilingReport; table: Stratification }

/** To the question of a whole pool that is printed for its loan groups alone, where the table is of one of them. */
export function AskPoolLink({ deal, report, table }: Props) {
  if (table.loanGroup === null || table.dimension === null || !mayBeAsked(table)) return null
  const groups = tablesOverGroups(report).get(table.dimension)
  if (!groups?.some(one => one.table.id === table.id)) return null
  return (
    <a className="action" href={askHref(deal, report.file.sha256, table.dimension)}>
      <AskIcon size={14} />
      Ask the whole pool
    </a>
  )
}
