import { PrintHead } from '@/components/sharing/print-head.tsx'
import { Page } from '@/components/shell/page.tsx'
import { SourcePanel } from '@/components/source/source-panel.tsx'
import { filingHref, groupsHref, listHref, tablesHref } from '@/lib/addresses/place-address.ts'
import { sliceHref } from '@/lib/addresses/slice-address.ts'
import { packTable } from '@/lib/charts/pack-table.ts'
import { failingCells } from '@/lib/evidence/failing-cells.ts'
import type { DealRecord, ReportPart } from '@/lib/library/index.ts'
import { groupSlug, listTableGroups, type TableGroup } from '@/lib/names/loan-groups.ts'
import { filtersOfRow } from '@/lib/names/rows-of-loans.ts'
import { findPool } from '@/lib/pool/find-figure.ts'
import type { Bucket, FilingReport, Stratification } from '@/lib/report.ts'
import type { LoadedTied } from '@/lib/server/load-tied.ts'
import { sortWords, sortWordsId } from '../table/sort-words.ts'
import { TableData } from '../table/table-data.tsx'
import { TiedLine } from '../tied/tied-line.tsx'
import { DealHead } from './deal-head.tsx'
import { DealSection } from './deal-section.tsx'
import { Facts } from './facts.tsx'
import { GroupTargets, NoSuchGroup } from './group-switch.tsx'
import { GroupTable } from './group-table.tsx'
import { NotRead } from './not-read.tsx'
import { notedPlaces } from './noted-places.ts'
import { Notes } from './notes.tsx'
import { NothingToShow } from './nothing-to-show.tsx'
import type { TablesOfFilings } from './of-filing.tsx'
import { OtherFilings } from './other-filings.tsx'
import { OtherTables } from './other-tables.tsx'
import { PartNav } from './part-nav.tsx'
import { PeriodSwitch } from './period-switch.tsx'
import { certificatesOf, type FigureCertificate, type LinkPlace, linkPlacesOf } from './place-link.ts'
import { PoolLine } from './pool-line.tsx'
import { PrintOrigin } from './print-origin.tsx'
import { ProofLine } from './proof-line.tsx'
import { checksOf } from './section-checks.ts'
import { Strip } from './strip.tsx'
import { ViewController } from './view-controller.tsx'
import './print.css'

type Props = {
  deal: DealRecord
  part: ReportPart
  tables?: TablesOfFilings
  /** How its printed tables stand to its loans; null where it has not both. */
  tied?: LoadedTied | 'large' | null
  /** True where people sign in, and whoever asks may make links. */
  mayShare?: boolean
}

/**
 * The whole deal page: head, facts, pool, proof, then every table beside its chart, and the filing beside them all. Of a
 * very large report it shows one part.
 */
export function DealView({ deal, part, tables = new Map(), tied = null, mayShare = false }: Props) {
  const { slug } = deal
  const { report, number, counts } = part
  const { sha256 } = report.file
  const home = filingHref(deal, sha256)
  const fetched = deal.filings.find(filing => filing.sha256 === sha256)?.fetched ?? null
  const link = linkPlacesOf(slug, sha256)
  const certificateOf = certificatesOf(slug, sha256)
  const { stratifications, otherTables } = report
  const hasTables = stratifications.length > 0
  const groups = listTableGroups(stratifications)
  const noted = notedPlaces(deal.notes, sha256)
  const packed = stratifications.map(table =>
    packTable(table, report.statistics, {
      fails: failingCells(report, table, checksOf(report.checks, table)),
      noted,
      hrefOf: hrefOfRows(deal, report, table),
    }),
  )
  return (
    <TableData packed={packed}>
      <Page className="deal">
        <PrintHead name={deal.name} url={home} />
        <div className="deal-top">
          <DealHead deal={deal} part={part} mayShare={mayShare} />
          <Facts home={home} fetched={fetched} report={report} lists={counts.lists} link={link} />
          <PeriodSwitch deal={deal} shown={sha256} />
          <OtherFilings deal={deal} shown={sha256} />
          {tied && <TiedLine slug={slug} tied={tied} />}
          <Notes deal={deal} shown={sha256} />
          <PartNav deal={deal} part={part} hrefOf={other => tablesHref(home, other)} />
          {hasTables && number === 1 && (
            <PoolFigures {...{ part, home, groups, link, certificateOf, noted }} />
          )}
          {hasTables && <ProofLine slug={slug} part={part} slice={sliceHref(deal, sha256)} />}
        </div>
        <NoSuchGroup />
        <GroupTargets groups={groups} />
        {hasTables && <Strip part={part} groups={groups} side={groupsHref(deal, sha256, number)} />}
        <div className="desk" id="tables">
          <div className="sections">
            {stratifications.map(table => (
              <DealSection
                key={table.id}
                group={groups.length > 0 ? groupSlug(table) : undefined}
                {...{ deal, part, table, tables, link }}
              />
            ))}
            {report.noStratifications && number === 1 && (
              <NothingToShow deal={deal} report={report} lists={counts.lists} link={link} />
            )}
            <OtherTables home={home} tables={otherTables} before={counts.othersBefore} link={link} />
            <NotRead home={home} issues={report.issues} more={counts.lists.issues} link={link} />
            <PartNav deal={deal} part={part} hrefOf={other => tablesHref(home, other)} isShort />
          </div>
          <SourcePanel home={home} slug={slug} file={report.file} part={part.part} />
        </div>
        <PrintOrigin report={report} />
        {hasTables && (
          <p id={sortWordsId} hidden>
            {sortWords}
          </p>
        )}
        <ViewController />
      </Page>
    </TableData>
  )
}

/** Rows that are computed from loans lead to these. */
function hrefOfRows(deal: DealRecord, { tape, file }: FilingReport, table: Stratification) {
  if (tape === null || !table.computed) return undefined
  return (row: Bucket) => {
    const filters = filtersOfRow(tape.kind, table, row)
    return filters && sliceHref(deal, file.sha256, filters)
  }
}

type FiguresProps = {
  part: ReportPart
  home: string
  groups: TableGroup[]
  link: LinkPlace
  certificateOf: FigureCertificate
  noted: ReadonlyMap<string, string>
}

/** What the pool is known by: a table of its loan groups where the page has several, else one line. */
function PoolFigures({ part: { report, counts }, home, groups, ...shared }: FiguresProps) {
  const { pool } = report
  if (groups.length === 0) return <PoolLine pool={findPool(pool, null) ?? pool[0]} {...shared} />
  const more = counts.lists.groups
  const all = more && { href: listHref(home, 'groups'), count: more.count }
  return <GroupTable report={report} groups={groups} all={all} {...shared} />
}
