import { SmallFigure } from '@/components/charts/small-figure.tsx'
import { Packed } from '@/components/packed/packed.tsx'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { TableIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { SourcePanel } from '@/components/source/source-panel.tsx'
import { filingHref, groupsHref, sourceHref } from '@/lib/addresses/place-address.ts'
import { chartSource } from '@/lib/charts/chart-source.ts'
import { packTable } from '@/lib/charts/pack-table.ts'
import { shareScales } from '@/lib/charts/shared-scale.ts'
import { failingCells } from '@/lib/evidence/failing-cells.ts'
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
import { PrintHead, PrintOrigin } from './print-origin.tsx'
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
  const { id, title, tables, rows } = split
  const offered = offeredMeasures(tables)
  const scaled = shareScales(tables.map(table => chartSource(table, report.statistics)))
  const packed = tables.map((table, index) =>
    packTable(table, report.statistics, {
      scale: scaled[index]?.scale,
      fails: failingCells(report, table, checksOf(report.checks, table)),
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
              {tables[0] && <AskPoolLink {...{ deal, report }} table={tables[0]} />}
            </div>
          </header>
          <div className="side-charts">
            {tables.map(table => (
              <figure key={table.id}>
                <figcaption>{groupOf(table)}</figcaption>
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
                      {groupOf(table)}
                    </th>
                  ))}
                </tr>
              </thead>
              <SideBySideRows
                ids={tables.map(table => table.id)}
                aligned={rows.map(({ buckets }) => buckets)}
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

function groupOf({ loanGroup }: Stratification): string {
  return nameGroup(loanGroup)
}
