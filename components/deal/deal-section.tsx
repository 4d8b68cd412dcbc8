import { StratificationFigure } from '@/components/charts/stratification-figure.tsx'
import { CheckIcon } from '@/components/shell/icons.tsx'
import { titleTable } from '@/lib/evidence/names.ts'
import { sourceHref } from '@/lib/evidence/place-address.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { FootnoteMarks } from '../table/footnote-marks.tsx'
import { isWideTable, StratificationTable } from '../table/stratification-table.tsx'
import { AlsoInGroups } from './also-in-groups.tsx'
import { FailingChecks } from './failing-checks.tsx'
import { Footnotes } from './footnotes.tsx'
import { Lead } from './lead.tsx'
import { Issues } from './not-read.tsx'
import type { LinkPlace } from './place-link.ts'
import { SectionActions } from './section-actions.tsx'
import { checksOf, issuesOf, sayFooting } from './section-checks.ts'
import { TailFigures } from './tail-figures.tsx'

/** From this many rows a table is taller than its chart: the notes then stand under the chart, which stays in view. */
const tallFrom = 12

type Props = {
  slug: string
  report: FilingReport
  table: Stratification
  /** Number of the part of the report that the page shows. */
  part: number
  /** The loan group, where the page has a switch between them. */
  group: string | undefined
  link: LinkPlace
}

/** One stratification: title, one sentence, chart beside table, what the rows prove, notes. */
export function DealSection({ slug, report, table, part, group, link }: Props) {
  const checks = checksOf(report.checks, table)
  const isTall = table.buckets.length >= tallFrom
  const notes = <Footnotes table={table} link={link} />
  return (
    <section id={table.id} className="strat-section" aria-labelledby={`${table.id}-title`} data-group={group}>
      <header>
        <h2>
          <span id={`${table.id}-title`}>{titleTable(table)}</span>
          <FootnoteMarks
            table={table.id}
            marks={table.marks}
            notes={table.footnotes.map(({ mark }) => mark)}
          />
        </h2>
        <SectionActions {...{ slug, report, table, part, checks, link }} />
        <Lead table={table} />
        {group && <AlsoInGroups table={table} tables={report.stratifications} />}
      </header>
      <FailingChecks {...{ report, table, checks, link }} />
      <div className="pair">
        <div className={isTall ? 'pair-chart stays' : 'pair-chart'}>
          <StratificationFigure
            report={report}
            stratification={table}
            isNarrow={isWideTable(table)}
            link={link}
          />
          {isTall && notes}
        </div>
        <div className="pair-table">
          <StratificationTable table={table} filing={sourceHref(slug, report.file.sha256)} />
          <Footing says={sayFooting(checks, table)} />
          <TailFigures report={report} table={table} link={link} />
          <Issues issues={issuesOf(report.issues, table)} link={link} />
          {!isTall && notes}
        </div>
      </div>
    </section>
  )
}

function Footing({ says }: { says: string | null }) {
  if (says === null) return null
  const isProven = says.startsWith('Rows')
  return (
    <p className="footing">
      {isProven && <CheckIcon size={12} className="text-pass" />}
      {says}
    </p>
  )
}
