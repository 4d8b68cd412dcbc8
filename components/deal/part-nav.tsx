import { PageLinks } from '@/components/shell/page-links.tsx'
import { formatCount, formatOutcome } from '@/lib/format/index.ts'
import type { DealRecord, FilingSummary, ReportPart } from '@/lib/library/index.ts'

import { filingShown } from './other-filings.tsx'

type Props = {
  deal: DealRecord
  part: ReportPart
  hrefOf: (part: number) => string
  /** Without the words, at the foot of the page. */
  isShort?: boolean
}

/**
 * Which of a very large filing's tables the page shows, and the way to the others. Nothing where it shows all.
 *
 * > Tables 101 to 200 of 29,796. What is proved and listed on this page is of this part; in the whole filing 3 of 1,204
 *   checks fail.
 */
export function PartNav({ deal, part, hrefOf, isShort = false }: Props) {
  const { number, count, report } = part
  if (count === 1) return null
  const filing = filingShown(deal, report)
  return (
    <PageLinks
      label={isShort ? 'Other parts of the filing' : 'Parts of the filing'}
      page={number}
      count={count}
      hrefOf={hrefOf}
    >
      {!isShort && (
        <>
          {sayTables(filing, part)} What is proved and listed on this page is of this part
          {filing && sayChecks(filing)}.
        </>
      )}
    </PageLinks>
  )
}

function sayTables(filing: FilingSummary | undefined, { report, tablesBefore }: ReportPart): string {
  const shown = report.stratifications.length
  if (shown === 0) return 'No pool tables in this part.'
  const which = shown === 1 ? 'Table' : `Tables ${formatCount(tablesBefore + 1)} to`
  return `${which} ${formatCount(tablesBefore + shown)} of ${formatCount(filing?.stratifications ?? 0)}.`
}

function sayChecks({ checks }: FilingSummary): string {
  return checks.passed + checks.failed === 0 ? '' : `; in the whole filing ${formatOutcome(checks)}`
}
