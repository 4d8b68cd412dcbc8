import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { FilingReport } from '@/lib/report.ts'

/** On paper there is no link back, so the last sheet names the file that every figure was read from. */
export function PrintOrigin({ report }: { report: FilingReport }) {
  const { file, deal, coverage } = report
  const signed = deal.signedOn ? ` signed ${formatDate(deal.signedOn.value)}` : ''
  return (
    <p className="print-only">
      Read from {deal.formType?.value ?? 'the filing'}
      {signed}, {file.name}, SHA-256 {file.sha256}: {formatCount(coverage.lines)} lines,{' '}
      {formatCount(coverage.unexplained)} unexplained.
    </p>
  )
}
