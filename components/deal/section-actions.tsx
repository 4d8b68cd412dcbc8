import { AskIcon, CheckIcon, CrossIcon, DownloadIcon, FileIcon, LinkIcon } from '@/components/shell/icons.tsx'
import { askHref } from '@/lib/addresses/ask-address.ts'
import { callHref, ledgerHref, sayLines } from '@/lib/addresses/place-address.ts'
import { sliceHref } from '@/lib/addresses/slice-address.ts'
import { mayBeAsked } from '@/lib/distributions/index.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { CheckCount, DealRecord } from '@/lib/library/index.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { CopyTable } from '../table/copy-table.tsx'
import { CumulativeToggle } from '../table/cumulative-toggle.tsx'
import { AskPoolLink } from './ask-pool-link.tsx'
import type { LinkPlace } from './place-link.ts'

type Props = {
  deal: DealRecord
  report: FilingReport
  table: Stratification
  /** Number of the part of the report that the page shows. */
  part: number
  checks: CheckCount
  /** Whether the page draws a chart of it. */
  hasChart: boolean
  link: LinkPlace
}

/** What can be done with one table: see its checks, see its lines, take it along, link to it. */
export function SectionActions({ deal, report, table, part, checks, hasChart, link }: Props) {
  return (
    <div className="section-actions">
      {table.computed ? (
        <a className="action" href={`${sliceHref(deal, report.file.sha256)}#${table.id}`}>
          computed from the loans
        </a>
      ) : (
        <ChecksLink href={ledgerHref(deal.slug, report.file.sha256, table.id, part)} checks={checks} />
      )}
      <a className="action" {...link(table.at)}>
        <FileIcon size={14} />
        {sayLines(table.at)}
      </a>
      {mayBeAsked(table) && (
        <a className="action" href={askHref(deal, report.file.sha256, table.id)}>
          <AskIcon size={14} />
          Ask
        </a>
      )}
      <AskPoolLink {...{ deal, report, table }} />
      {/* Shares of some of the rows would not add up to the pool. */}
      {!table.cut && <CumulativeToggle id={table.id} />}
      <TableMenu deal={deal} sha256={report.file.sha256} table={table} hasChart={hasChart} />
      <a className="action" href={`#${table.id}`} aria-label={`Link to ${table.title}`} data-copy="section">
        <LinkIcon size={14} />
      </a>
    </div>
  )
}

function ChecksLink({ href, checks: { passed, failed } }: { href: string; checks: CheckCount }) {
  const all = passed + failed
  if (all === 0) return <span className="action">no checks</span>
  return (
    <a className={failed > 0 ? 'action fails' : 'action'} href={href}>
      {failed > 0 ? <CrossIcon size={14} /> : <CheckIcon size={14} className="text-pass" />}
      {failed > 0
        ? `${formatCount(failed)} of ${formatCount(all)} fail`
        : `${formatCount(all)} ${all === 1 ? 'check' : 'checks'}`}
    </a>
  )
}

type MenuProps = { deal: DealRecord; sha256: string; table: Stratification; hasChart?: boolean }

/**
 * Files of the whole table, the rows that are shown as text to paste into a sheet, and the chart as a picture: as it is shown
 * where scripts run, else as it stands by itself.
 */
export function TableMenu({ deal, sha256, table, hasChart = false }: MenuProps) {
  const hrefOf = (form: string) => callHref(deal, sha256, `/stratifications/${table.id}${form}`)
  return (
    <details className="menu" name="menu">
      <summary className="action" aria-label={`Export ${table.title}`}>
        <DownloadIcon size={14} />
        Export
      </summary>
      <span className="menu-list">
        <a href={hrefOf('.csv')} download>
          CSV
        </a>
        <a href={hrefOf('.json')} download>
          JSON
        </a>
        <CopyTable id={table.id}>
          {table.cut ? 'Copy the rows shown here (TSV)' : 'Copy for a sheet (TSV)'}
        </CopyTable>
        {hasChart && (
          <>
            <a href={hrefOf('.svg')} download data-chart data-take="svg">
              Chart (SVG)
            </a>
            <a href={hrefOf('.png')} download data-chart data-take="png">
              Chart (PNG)
            </a>
            <button
              type="button"
              className="needs-script"
              data-chart
              data-take="image"
              data-href={hrefOf('.png')}
            >
              Copy chart as image
            </button>
          </>
        )}
      </span>
    </details>
  )
}
