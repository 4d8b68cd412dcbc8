import { ShareLink } from '@/components/access/share-link.tsx'
import { isUnnamed } from '@/components/library/unnamed-deal.ts'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { type Export, ExportMenu } from '@/components/sharing/export-menu.tsx'
import { type Crumb, Crumbs } from '@/components/shell/crumbs.tsx'
import { FileIcon } from '@/components/shell/icons.tsx'
import { compareHref } from '@/lib/addresses/compare-address.ts'
import { callHref, filingHref, sourceHref, tablesHref } from '@/lib/addresses/place-address.ts'
import { mayBeWorkbook } from '@/lib/export/workbook-limits.ts'
import { type DealRecord, nameFiling, type ReportPart } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import { DealTools } from './deal-tools.tsx'
import { filingShown } from './other-filings.tsx'

type Props = { deal: DealRecord; part: ReportPart; mayShare?: boolean }

/** Where the reader is, what the deal is called, and what can be taken along. */
export function DealHead({ deal, part, mayShare = false }: Props) {
  const { report } = part
  return (
    <>
      <Crumbs trail={trailOf(deal, part)} />
      <div className="page-title">
        <div>
          <h1>{keepNumber(deal.name)}</h1>
          <p>{nameSecurities(deal, report)}</p>
          {deal.summary.filedName && <p>Filed as {deal.summary.filedName}</p>}
          <Tags tags={deal.summary.tags} />
        </div>
        <div className="page-actions">
          <a className="button" href={sourceHref(deal.slug, report.file.sha256)}>
            <FileIcon />
            Read the filing
          </a>
          <ExportMenu items={exportsOf({ deal, part })} />
          <a className="button" href={compareHref({ deals: [deal.slug] })}>
            Compare with…
          </a>
          {report.stratifications.length > 0 && (
            <a className="button" href={`/deals/${deal.slug}/similar`}>
              Similar pools
            </a>
          )}
          <CopyLink className="button" />
          {mayShare && <ShareLink address={`/deals/${deal.slug}`} />}
          <DealTools deal={deal} shown={report.file.sha256} />
        </div>
      </div>
    </>
  )
}

/**
 * The deal's shelf and year, each the way to its neighbours in the library; then, where the page shows no more than a part
 * of the deal, the deal, the filing and the part.
 */
function trailOf(deal: DealRecord, { report, number }: ReportPart): Crumb[] {
  const { shelf, year } = deal.summary
  const { sha256 } = report.file
  const home = filingHref(deal, sha256)
  const isOther = sha256 !== deal.chosen
  const filing = filingShown(deal, report)
  return [
    ...(shelf ? [{ name: shelf, href: `/?shelf=${encodeURIComponent(shelf)}` }] : []),
    ...(year ? [{ name: String(year), href: `/?year=${year}` }] : []),
    ...(isOther || number > 1 ? [{ name: deal.name, href: deal.url }] : []),
    ...(isOther && filing ? [{ name: nameFiling(filing, deal), href: home }] : []),
    ...(number > 1 ? [{ name: `Part ${number}`, href: tablesHref(home, number) }] : []),
  ]
}

/** What the deal was tagged with, each the way to its others. */
function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return null
  return (
    <ul className="deal-tags" aria-label="Tags">
      {tags.map(tag => (
        <li key={tag}>
          <a href={`/?tag=${encodeURIComponent(tag)}`} className="chip">
            {tag}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Files of the whole filing. */
function exportsOf({ deal, part }: Props): Export[] {
  const { sha256 } = part.report.file
  const tables = filingShown(deal, part.report)?.stratifications ?? 0
  const isPackable = mayBeWorkbook(tables, part.reportBytes)
  return [
    ...(isPackable
      ? [
          { long: callHref(deal, sha256, '.xlsx'), name: 'Workbook with formulas (XLSX)' },
          { long: callHref(deal, sha256, '.evidence.zip'), name: 'Evidence pack (ZIP)' },
        ]
      : [{ none: 'No workbook or evidence pack: this filing is too large' }]),
    { file: callHref(deal, sha256, '.json'), name: 'Everything read (JSON)' },
  ]
}

/** The securities with their series, as far as the filing names them. */
function nameSecurities({ slug, series }: DealRecord, { deal: { securities } }: FilingReport) {
  if (isUnnamed(slug)) return 'The filing names no trust'
  if (!series) return securities?.value ?? null
  return (
    <>
      {securities ? `${securities.value}, ` : ''}
      <span className="whitespace-nowrap">Series {series}</span>
    </>
  )
}

/** A longer last word is no number but the name of a file, which has to break somewhere on a phone. */
const longestNumber = 14

/** The number at the end of a trust's name stays in one piece: a hyphen is a place to break, but not in 2002-12. */
function keepNumber(name: string) {
  const lastWord = /\S*\d\S*$/.exec(name)
  if (!lastWord || lastWord[0].length > longestNumber) return name
  return (
    <>
      {name.slice(0, lastWord.index)}
      <span className="whitespace-nowrap">{lastWord[0]}</span>
    </>
  )
}
