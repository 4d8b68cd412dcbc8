import type { ReactNode } from 'react'
import { Packed } from '@/components/packed/packed.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { type Crumb, Crumbs } from '@/components/shell/crumbs.tsx'
import { CheckIcon, CrossIcon, FileIcon, TableIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { PageLinks } from '@/components/shell/page-links.tsx'
import { SourcePanel } from '@/components/source/source-panel.tsx'
import {
  filingHref,
  listHref,
  otherTableId,
  rowChecksHref,
  rowsHref,
  sayLines,
  sourceHref,
  tablesHref,
} from '@/lib/addresses/place-address.ts'
import { packTable } from '@/lib/charts/pack-table.ts'
import { failingCells } from '@/lib/evidence/failing-cells.ts'
import { formatCount, sayRowsShown } from '@/lib/format/index.ts'
import { toPlainGrid } from '@/lib/layout/plain-grid.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { ReportPart } from '@/lib/library/report-part.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { OtherTable, Stratification } from '@/lib/report.ts'
import { PlainTable } from '../table/plain-table.tsx'
import { StratificationTable } from '../table/stratification-table.tsx'
import { TableData } from '../table/table-data.tsx'
import { FailingChecks } from './failing-checks.tsx'
import { Footnotes } from './footnotes.tsx'
import { Issues, MoreIssues } from './not-read.tsx'
import { notedPlaces } from './noted-places.ts'
import { nameKind, titleOther } from './other-tables.tsx'
import { linkPlacesOf } from './place-link.ts'
import { TableMenu } from './section-actions.tsx'
import { checksOf } from './section-checks.ts'
import { ViewController } from './view-controller.tsx'
import './print.css'

type Props = { deal: DealRecord; part: ReportPart }

/** A page of the rows of one table that is too long for the deal's page. */
export function RowsView({ deal, part }: Props) {
  const [table] = part.report.stratifications
  const [other] = part.report.otherTables
  return (
    <Page className="deal">
      {table ? (
        <TableRowsPage deal={deal} part={part} table={table} />
      ) : (
        other && <OtherRowsPage deal={deal} part={part} table={other} />
      )}
      <ViewController />
    </Page>
  )
}

function TableRowsPage({ deal, part, table }: Props & { table: Stratification }) {
  const { report, counts } = part
  const { slug } = deal
  const home = filingHref(deal, report.file.sha256)
  const link = linkPlacesOf(slug, report.file.sha256)
  const ledger = rowChecksHref(slug, report.file.sha256, table.id, part.number)
  const rowChecks = report.checks.filter(({ bucket }) => bucket !== null)
  const pages = (
    <PageLinks
      label="Pages of rows"
      page={part.number}
      count={part.count}
      hrefOf={page => rowsHref(home, table.id, page)}
    />
  )
  const packed = packTable(table, report.statistics, {
    fails: failingCells(report, table, checksOf(report.checks, table)),
    noted: notedPlaces(deal.notes, report.file.sha256),
  })
  return (
    <TableData packed={[packed]}>
      <Packed>
        <RowsHead
          deal={deal}
          part={part}
          id={table.id}
          title={titleTable(table)}
          words={sayRowsShown(table.cut?.rowsBefore ?? 0, table.buckets.length, table.cut?.rows)}
        >
          <ChecksOfRows href={ledger} part={part} />
          <a className="action" {...link(table.at)}>
            <FileIcon size={14} />
            {sayLines(table.at)}
          </a>
          <TableMenu deal={deal} sha256={report.file.sha256} table={table} />
        </RowsHead>
        <div className="desk">
          <div className="sections rows-page">
            {pages}
            <FailingChecks {...{ report, table, link, ledger }} checks={rowChecks} isOfRows />
            <section id={table.id} className="rows-table" aria-labelledby={`${table.id}-title`}>
              <StratificationTable id={table.id} filing={sourceHref(slug, report.file.sha256)} />
            </section>
            <Issues issues={report.issues} link={link} />
            <MoreIssues
              count={counts.lists.issues?.count}
              href={listHref(home, 'issues', counts.lists.issues?.page)}
            />
            <Footnotes home={home} table={table} link={link} />
            {pages}
          </div>
          <SourcePanel home={home} slug={slug} file={report.file} part={part.part} />
        </div>
      </Packed>
    </TableData>
  )
}

function OtherRowsPage({ deal, part, table }: Props & { table: OtherTable }) {
  const { report, counts } = part
  const { slug } = deal
  const id = otherTableId(counts.othersBefore + 1)
  const home = filingHref(deal, report.file.sha256)
  const link = linkPlacesOf(slug, report.file.sha256)
  const grid = toPlainGrid(table.rows)
  const { rows = 0, rowsBefore = 0, columns = 0, columnsBefore = 0 } = table.cut ?? {}
  const heads = grid.head ? 1 : 0
  const words = sayRowsShown(Math.max(0, rowsBefore - heads), grid.body.length, rows - heads)
  const shown = grid.isFigures.length - (columnsBefore > 0 ? 1 : 0)
  const pages = (
    <PageLinks
      label="Pages of rows"
      page={part.number}
      count={part.count}
      hrefOf={page => rowsHref(home, id, page)}
    />
  )
  return (
    <>
      <RowsHead
        deal={deal}
        part={part}
        id={id}
        title={titleOther(table)}
        words={
          shown < columns
            ? `${words}, ${sayColumns(columnsBefore, shown, columns, report.issues.length > 0)}`
            : words
        }
      >
        <a className="action" {...link(table.at)}>
          <FileIcon size={14} />
          {sayLines(table.at)}
        </a>
      </RowsHead>
      <div className="desk">
        <div className="sections rows-page">
          <p className="rows-why">
            <b className="other-kind">{nameKind(table.kind)}</b> {table.reason}
          </p>
          <Issues issues={report.issues} link={link} />
          {pages}
          <PlainTable title={titleOther(table)} packed={JSON.stringify(grid)} />
          {pages}
        </div>
        <SourcePanel home={home} slug={slug} file={report.file} part={part.part} />
      </div>
    </>
  )
}

type HeadProps = Props & { id: string; title: string; words: string; children: ReactNode }

function RowsHead({ deal, part, id, title, words, children }: HeadProps) {
  const home = filingHref(deal, part.report.file.sha256)
  const trail: Crumb[] = [{ name: deal.name, href: home }]
  return (
    <div className="deal-top">
      <Crumbs trail={trail} />
      <div className="page-title">
        <div>
          <h1 id={`${id}-title`}>{title}</h1>
          <p>{words}</p>
        </div>
        <div className="page-actions">
          <a className="button" href={`${tablesHref(home, part.counts.home ?? 1)}#${id}`}>
            <TableIcon />
            Deal page
          </a>
          <CopyLink className="button" />
        </div>
      </div>
      <div className="section-actions">{children}</div>
    </div>
  )
}

function ChecksOfRows({ href, part }: { href: string; part: ReportPart }) {
  const { passed, failed } = part.counts.checks
  const all = passed + failed
  if (all === 0) return <span className="action">no checks of these rows</span>
  return (
    <a className={failed > 0 ? 'action fails' : 'action'} href={href}>
      {failed > 0 ? <CrossIcon size={14} /> : <CheckIcon size={14} className="text-pass" />}
      {failed > 0
        ? `${formatCount(failed)} of ${formatCount(all)} fail`
        : `${formatCount(all)} ${all === 1 ? 'check' : 'checks'} of these rows`}
    </a>
  )
}

/**
 * > columns 201 to 300 of 300
 *   columns 201 to 300 of the 300 that are read
 */
function sayColumns(before: number, shown: number, read: number, isWider: boolean): string {
  const all = isWider ? `the ${formatCount(read)} that are read` : formatCount(read)
  return `columns ${formatCount(before + 1)} to ${formatCount(before + shown)} of ${all}`
}
