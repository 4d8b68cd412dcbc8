import { DownloadIcon, FileIcon, LinkIcon } from '@/components/shell/icons.tsx'
import { sourceHref } from '@/lib/evidence/place-address.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'

type Props = { deal: DealRecord; report: FilingReport }

/** Where the reader is, what the deal is called, and what can be taken along. */
export function DealHead({ deal, report }: Props) {
  return (
    <>
      <Crumbs deal={deal} />
      <div className="deal-title">
        <div>
          <h1>{keepNumber(deal.name)}</h1>
          <p>{nameSecurities(deal, report)}</p>
        </div>
        <div className="deal-actions">
          <a className="button" href={sourceHref(deal.slug, report.file.sha256)}>
            <FileIcon />
            Read the filing
          </a>
          {report.stratifications.length > 0 && <ExportMenu slug={deal.slug} />}
          <button type="button" className="button needs-script" data-copy="view">
            <LinkIcon />
            <span>Copy link</span>
          </button>
        </div>
      </div>
    </>
  )
}

function Crumbs({ deal: { summary } }: { deal: DealRecord }) {
  const { shelf, year } = summary
  return (
    <nav aria-label="Breadcrumb" className="crumbs">
      <ol>
        <li>
          <a href="/">Library</a>
        </li>
        {shelf && (
          <li>
            <a href={`/?shelf=${encodeURIComponent(shelf)}`}>{shelf}</a>
          </li>
        )}
        {year && (
          <li>
            <a href={`/?year=${year}`}>{year}</a>
          </li>
        )}
      </ol>
    </nav>
  )
}

/** Files of the whole deal; a plain disclosure, so it opens without scripts. */
function ExportMenu({ slug }: { slug: string }) {
  return (
    <details className="menu" name="menu">
      <summary className="button">
        <DownloadIcon />
        Export
      </summary>
      <span className="menu-list">
        <a href={`/api/deals/${slug}.xlsx`} download>
          Workbook, all tables (XLSX)
        </a>
        <a href={`/api/deals/${slug}.json`} download>
          Everything read (JSON)
        </a>
      </span>
    </details>
  )
}

/** The securities with their series, as far as the filing names them. */
function nameSecurities({ series }: DealRecord, { deal: { securities } }: FilingReport) {
  if (!series) return securities?.value ?? null
  return (
    <>
      {securities ? `${securities.value}, ` : ''}
      <span className="whitespace-nowrap">Series {series}</span>
    </>
  )
}

/** The number at the end of a trust's name stays in one piece: a hyphen is a place to break, but not in 2002-12. */
function keepNumber(name: string) {
  const lastWord = /\S*\d\S*$/.exec(name)
  if (!lastWord) return name
  return (
    <>
      {name.slice(0, lastWord.index)}
      <span className="whitespace-nowrap">{lastWord[0]}</span>
    </>
  )
}
