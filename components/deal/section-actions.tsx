import { CheckIcon, CrossIcon, DownloadIcon, FileIcon, LinkIcon } from '@/components/shell/icons.tsx'
import { ledgerHref, sayLines } from '@/lib/evidence/place-address.ts'
import type { Check, FilingReport, Stratification } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

type Props = {
  slug: string
  report: FilingReport
  table: Stratification
  /** Number of the part of the report that the page shows. */
  part: number
  checks: Check[]
  link: LinkPlace
}

/** What can be done with one table: see its checks, see its lines, take it along, link to it. */
export function SectionActions({ slug, report, table, part, checks, link }: Props) {
  return (
    <div className="section-actions">
      <ChecksLink href={ledgerHref(slug, report.file.sha256, table.id, part)} checks={checks} />
      <a className="action" {...link(table.at)}>
        <FileIcon size={14} />
        {sayLines(table.at)}
      </a>
      <button type="button" className="action needs-script" data-toggle="cumulative" aria-pressed="false">
        Cumulative
      </button>
      <TableMenu base={`/api/deals/${slug}/stratifications/${table.id}`} title={table.title} />
      <a className="action" href={`#${table.id}`} aria-label={`Link to ${table.title}`} data-copy="section">
        <LinkIcon size={14} />
      </a>
    </div>
  )
}

function ChecksLink({ href, checks }: { href: string; checks: Check[] }) {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  if (checks.length === 0) return <span className="action">no checks</span>
  return (
    <a className={failed > 0 ? 'action fails' : 'action'} href={href}>
      {failed > 0 ? <CrossIcon size={14} /> : <CheckIcon size={14} className="text-pass" />}
      {failed > 0
        ? `${failed} of ${checks.length} fail`
        : `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`}
    </a>
  )
}

/** Files of the table, and the table as text to paste into a sheet. */
function TableMenu({ base, title }: { base: string; title: string }) {
  return (
    <details className="menu" name="menu">
      <summary className="action" aria-label={`Export ${title}`}>
        <DownloadIcon size={14} />
        Export
      </summary>
      <span className="menu-list">
        <a href={`${base}.csv`} download>
          CSV
        </a>
        <a href={`${base}.json`} download>
          JSON
        </a>
        <button type="button" className="needs-script" data-copy="tsv">
          Copy for a sheet (TSV)
        </button>
      </span>
    </details>
  )
}
