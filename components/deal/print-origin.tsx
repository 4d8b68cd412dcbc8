import { formatDate } from '@/lib/format/index.ts'
import type { FilingReport } from '@/lib/report.ts'

/** On paper there is no link back, so the sheet names the file that every figure was read from. */
export function PrintOrigin({ url, report }: { url: string; report: FilingReport }) {
  const { file, deal, coverage } = report
  const signed = deal.signedOn ? ` signed ${formatDate(deal.signedOn.value)}` : ''
  return (
    <p className="print-only">
      Read from {deal.formType?.value ?? 'the filing'}
      {signed}, {file.name}, SHA-256 {file.sha256}: {coverage.lines} lines, {coverage.unexplained}{' '}
      unexplained. {url}
    </p>
  )
}
