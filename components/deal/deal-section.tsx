import { StratificationFigure, SummedFigure } from '@/components/charts/stratification-figure.tsx'
import { CheckIcon, CrossIcon } from '@/components/shell/icons.tsx'
import {
  filingHref,
  groupsHref,
  ledgerHref,
  listHref,
  rowsHref,
  sourceHref,
} from '@/lib/addresses/place-address.ts'
import { failingCells } from '@/lib/evidence/failing-cells.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { countOutcomes, notesList, type ReportPart } from '@/lib/library/report-part.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { Stratification } from '@/lib/report.ts'
import { FootnoteMarks } from '../table/footnote-marks.tsx'
import { StratificationTable } from '../table/stratification-table.tsx'
import { isWideTable } from '../table/wide-table.ts'
import { AlsoInGroups } from './also-in-groups.tsx'
import { FailingChecks } from './failing-checks.tsx'
import { Footnotes } from './footnotes.tsx'
import { Lead } from './lead.tsx'
import { LongFailures } from './long-failures.tsx'
import { Issues, MoreIssues } from './not-read.tsx'
import { OfFiling, type TablesOfFilings } from './of-filing.tsx'
import type { LinkPlace } from './place-link.ts'
import { SectionActions } from './section-actions.tsx'
import { checksOf, type Footing, issuesOf, sayFooting } from './section-checks.ts'
import { roomStyle } from './section-room.ts'
import { TailFigures } from './tail-figures.tsx'

/** From this many rows a table is taller than its chart: the notes then stand under the chart, which stays in view. */
const tallFrom = 12

type Props = {
  deal: DealRecord
  /** The part of the report that the page shows. */
  part: ReportPart
  table: Stratification
  tables: TablesOfFilings
  /** The loan group, where the page has a switch between them. */
  group: string | undefined
  link: LinkPlace
}

/** One stratification: title, one sentence, chart beside table, what the rows prove, notes. */
export function DealSection({ deal, part, table, tables, group, link }: Props) {
  const { report, counts } = part
  const { slug } = deal
  const home = filingHref(deal, report.file.sha256)
  const checks = checksOf(report.checks, table)
  const long = counts.longTables.find(({ id }) => id === table.id)
  const fails = failingCells(report, table, checks)
  const isTall = table.buckets.length >= tallFrom
  const notes = (
    <Footnotes home={home} table={table} count={counts.lists[notesList(table.id)]?.count} link={link} />
  )
  return (
    <section
      id={table.id}
      className="strat-section skipped"
      style={roomStyle(table, checks)}
      aria-labelledby={`${table.id}-title`}
      data-group={group}
    >
      <header>
        <h2>
          <span id={`${table.id}-title`}>{titleTable(table)}</span>
          <FootnoteMarks
            table={table.id}
            marks={table.marks}
            notes={table.footnotes.map(({ mark }) => mark)}
          />
        </h2>
        <SectionActions
          checks={long?.checks ?? countOutcomes(checks)}
          part={part.number}
          hasChart={long ? long.chart !== null : table.buckets.length > 0}
          {...{ deal, report, table, link }}
        />
        <Lead table={table} long={long} />
        <OfFiling deal={deal} shown={report.file.sha256} table={table} tables={tables} />
        {group && (
          <AlsoInGroups
            table={table}
            tables={report.stratifications}
            side={groupsHref(deal, report.file.sha256, part.number)}
          />
        )}
      </header>
      {long ? (
        <LongFailures {...{ slug, report, table, long, link }} />
      ) : (
        <FailingChecks
          {...{ report, table, checks, link }}
          ledger={ledgerHref(slug, report.file.sha256, table.id, part.number)}
        />
      )}
      <div className="pair">
        <div className={isTall ? 'pair-chart stays' : 'pair-chart'}>
          {long ? (
            <SummedFigure
              report={report}
              stratification={table}
              summed={long.chart}
              fails={long.chartFails}
              says={long.chartSays}
              isNarrow={isWideTable(table)}
              link={link}
            />
          ) : (
            <StratificationFigure
              report={report}
              stratification={table}
              isNarrow={isWideTable(table)}
              link={link}
              fails={fails}
            />
          )}
          {isTall && notes}
        </div>
        <div className="pair-table scrolls">
          <StratificationTable
            id={table.id}
            filing={sourceHref(slug, report.file.sha256)}
            more={long && rowsHref(home, table.id)}
          />
          <FootLine footing={sayFooting(checks, table)} />
          {table.total?.averages && (
            <p className="footing">
              In italics: averages that the total does not print, computed from the rows
            </p>
          )}
          <TailFigures report={report} table={table} link={link} />
          <Issues issues={issuesOf(report.issues, table)} link={link} />
          <MoreIssues
            count={counts.issuesOfTables[table.id]}
            href={listHref(home, 'issues', counts.lists.issues?.page)}
          />
          {!isTall && notes}
        </div>
      </div>
    </section>
  )
}

function FootLine({ footing }: { footing: Footing | null }) {
  if (footing === null) return null
  const { says, outcome } = footing
  return (
    <p className={outcome === 'fail' ? 'footing fails' : 'footing'}>
      {outcome === 'pass' && <CheckIcon size={12} className="text-pass" />}
      {outcome === 'fail' && <CrossIcon size={12} />}
      {says}
    </p>
  )
}
