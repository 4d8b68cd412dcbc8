import { formatCount, formatDate } from '@/lib/format/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'

/**
 * Heads every sheet of paper: the deal, and the full address of its page. The page's script writes the address of the view
 * that is printed in its place (`view/print-address.ts`).
 */
export function PrintHead({ name, url }: { name: string; url: string }) {
  return (
    <div className="print-head" aria-hidden="true">
      <p>
        <b>{name}</b> <span className="print-address">{siteOrigin(process.env) + url}</span>
      </p>
    </div>
  )
}

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
