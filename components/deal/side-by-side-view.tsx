import { SmallFigure } from '@/components/charts/small-figure.tsx'
import { Packed } from '@/components/packed/packed.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { TableIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { SourcePanel } from '@/components/source/source-panel.tsx'
import { filingHref, groupsHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { chartSource } from '@/lib/charts/chart-source.ts'
import { packTable } from '@/lib/charts/pack-table.ts'
import { shareScales } from '@/lib/charts/shared-scale.ts'
import { cellKey, failingCells } from '@/lib/evidence/failing-cells.ts'
import { tablesOverGroups } from '@/lib/figures/index.ts'
import { type AddedGroups, addGroups } from '@/lib/layout/added-groups.ts'
import { listSideBySide, type SideBySide } from '@/lib/layout/side-by-side.ts'
import type { DealRecord, ReportPart } from '@/lib/library/index.ts'
import { listTableGroups, nameGroup, type TableGroup } from '@/lib/names/loan-groups.ts'
import { nameSplit } from '@/lib/names/names.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { Term } from '../shell/term.tsx'
import { TableData } from '../table/table-data.tsx'
import { AskPoolLink } from './ask-pool-link.tsx'
import { GroupLinks } from './group-switch.tsx'
import { MeasureSwitch } from './measure-switch.tsx'
import { offeredMeasures, startMeasure } from './measures.ts'
import { notedPlaces } from './noted-places.ts'
import { PartNav } from './part-nav.tsx'
import { PrintOrigin } from './print-origin.tsx'
import { checksOf } from './section-checks.ts'
import { SideBySideRows } from './side-by-side-rows.tsx'
import { ViewController } from './view-controller.tsx'
import './print.css'

type Props = { deal: DealRecord; part: ReportPart }

/** The loan groups of a filing as columns: every dimension that several of them print, row beside row, in one measure. */
export function SideBySideView({ deal, part }: Props) {
  const { report } = part
  const { sha256 } = report.file
  const home = filingHref(deal, sha256)
  const splits = listSideBySide(report.stratifications)
  const groups = listTableGroups(report.stratifications)
  const noted = notedPlaces(deal.notes, sha256)
  return (
    <Page className="deal">
      <PrintHead name={deal.name} url={groupsHref(deal, sha256, part.number)} />
      <div className="deal-top">
        <Head deal={deal} home={home} />
        <PartNav deal={deal} part={part} hrefOf={number => groupsHref(deal, sha256, number)} />
      </div>
      {splits.length > 0 && <SideStrip splits={splits} groups={groups} home={home} />}
      <div className="desk" id="tables">
        <div className="sections">
          {splits.map(split => (
            <Section
              key={split.id}
              filing={sourceHref(deal.slug, sha256)}
              {...{ deal, report, split, noted }}
            />
          ))}
          {splits.length === 0 && (
            <p className="side-none">No dimension is printed for more than one loan group.</p>
          )}
        </div>
        <SourcePanel home={home} slug={deal.slug} file={report.file} part={part.part} />
      </div>
      <PrintOrigin report={report} />
      <ViewController />
    </Page>
  )
}

function Head({ deal, home }: { deal: DealRecord; home: string }) {
  return (
    <>
      <Crumbs trail={[{ name: deal.name, href: home }]} />
      <div className="page-title">
        <div>
          <h1>Loan groups side by side</h1>
          <p>{deal.name}: every dimension that more than one group prints</p>
        </div>
        <div className="page-actions">
          <a className="button" href={home} data-keeps="">
            <TableIcon />
            Deal page
          </a>
          <CopyLink className="button" />
        </div>
      </div>
    </>
  )
}

/** The switch between the groups, the dimensions, and the measure. */
function SideStrip({ splits, groups, home }: { splits: SideBySide[]; groups: TableGroup[]; home: string }) {
  return (
    <div className="strip strip-grouped">
      <nav className="groups scrolls" aria-label="Loan groups">
        <GroupLinks groups={groups} home={home} side={null} />
      </nav>
      <nav className="films scrolls" aria-label="Tables">
        <ol>
          {splits.map(split => (
            <li key={split.id}>
              <a href={`#${split.id}`}>{nameOf(split)}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="strip-tools">
        <MeasureSwitch offered={offeredMeasures(splits.flatMap(({ tables }) => tables))} />
      </div>
    </div>
  )
}

function nameOf({ tables: [first], title }: SideBySide): string {
  return nameSplit({ dimension: first?.dimension ?? null, title })
}

type SectionProps = {
  deal: DealRecord
  report: FilingReport
  split: SideBySide
  filing: string
  /** What readers noted on places of the filing. */
  noted: ReadonlyMap<string, string>
}

function Section({ deal, report, split, filing, noted }: SectionProps) {
  const { id, title } = split
  const fails = split.tables.map(table => failingCells(report, table, checksOf(report.checks, table)))
  const sum = isWholePool(report, split) ? addGroups(split) : null
  const tables = sum ? [sum.table, ...split.tables] : split.tables
  const rows = split.rows.map(({ buckets }, order) => (sum ? [order, ...buckets] : buckets))
  const offered = offeredMeasures(tables)
  const drawn = tables.filter(table => table !== sum?.table || isWhole(table))
  const scaled = shareScales(drawn.map(table => chartSource(table, statisticsOf(report, table))))
  const packed = tables.map(table =>
    packTable(table, statisticsOf(report, table), {
      scale: scaled[drawn.indexOf(table)]?.scale,
      fails:
        table === sum?.table
          ? failingSums(split, fails, sum)
          : (fails[split.tables.indexOf(table)] ?? new Map()),
      noted,
    }),
  )
  return (
    <TableData packed={packed}>
      <Packed>
        <section id={id} className="strat-section side-section" aria-labelledby={`${id}-title`}>
          <header>
            <h2 id={`${id}-title`}>{title}</h2>
            <div className="section-actions">
              {split.tables[0] && <AskPoolLink {...{ deal, report }} table={split.tables[0]} />}
            </div>
          </header>
          <div className="side-charts">
            {drawn.map(table => (
              <figure key={table.id}>
                <figcaption>{nameColumn(table, sum)}</figcaption>
                <SmallFigure stratification={table} />
              </figure>
            ))}
          </div>
          <section className="scrolls" tabIndex={0} aria-label={`${title}, scrolls sideways`}>
            <table className="side" aria-labelledby={`${id}-title`}>
              <thead>
                <tr>
                  <th scope="col">
                    <Term>{nameOf(split)}</Term>
                  </th>
                  {tables.map(table => (
                    <th key={table.id} scope="col">
                      {nameColumn(table, sum)}
                    </th>
                  ))}
                </tr>
              </thead>
              <SideBySideRows
                ids={tables.map(table => table.id)}
                aligned={rows}
                measures={offered.map(({ measure }) => measure)}
                start={startMeasure(offered)}
                filing={filing}
              />
            </table>
          </section>
        </section>
      </Packed>
    </TableData>
  )
}

/** Do these groups make up the whole pool, of which the filing prints no table of its own? */
function isWholePool(report: FilingReport, { tables }: SideBySide): boolean {
  const groups = tablesOverGroups(report).get(tables[0]?.dimension ?? '') ?? []
  return groups.length === tables.length && groups.every(({ table }) => tables.includes(table))
}

/** Is each of its rows known? With some of them alone a chart would be another. */
function isWhole({ buckets, columns }: Stratification): boolean {
  return buckets.every(({ values }) => columns.every(({ measure }) => values[measure ?? ''] != null))
}

/** What the filing states of a table's loans; of a sum it states nothing. */
function statisticsOf({ statistics, stratifications }: FilingReport, table: Stratification) {
  return stratifications.includes(table) ? statistics : []
}

/** A sum takes its figures as they are printed: where one of them fails a check it fails with it, and says whose it is. */
function failingSums(
  { tables }: SideBySide,
  fails: readonly ReadonlyMap<string, string>[],
  { table: { columns }, parts }: AddedGroups,
): Map<string, string> {
  const rows = [
    ...parts.map((own, row) => ({ row, own })),
    { row: 'total' as const, own: tables.map(() => 'total' as const) },
  ]
  const said = rows.flatMap(({ row, own }) =>
    columns.flatMap(({ measure }) => {
      if (measure === null) return []
      const failing = tables.flatMap((table, order) => {
        const part = own[order] ?? null
        const says = part === null ? undefined : fails[order]?.get(cellKey({ row: part, measure }))
        return says === undefined ? [] : [`${nameGroup(table.loanGroup)}: ${says}`]
      })
      return failing.length === 0 ? [] : [[cellKey({ row, measure }), failing.join('; ')] as const]
    }),
  )
  return new Map(said)
}

function nameColumn(table: Stratification, sum: AddedGroups | null) {
  if (table !== sum?.table) return nameGroup(table.loanGroup)
  return (
    <>
      All groups <small>added</small>
    </>
  )
}
