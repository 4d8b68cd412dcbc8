import { rowChecksHref } from '@/lib/addresses/place-address.ts'
import { explainFailures } from '@/lib/checks/explain-failure.ts'
import { formatCount } from '@/lib/format/index.ts'
import { countOutcomes, type LongTable, type ReportPart } from '@/lib/library/report-part.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { Check, FilingReport, Place, Stratification } from '@/lib/report.ts'
import { type SaidExplanation, sayExplanation } from '@/lib/words/say-explanation.ts'
import { sayFailure } from '@/lib/words/say-failure.ts'

type Props = { slug: string; part: ReportPart; hrefOf: (at: Place) => string }

/** Failures that are told at length, and of them in one table; the others are rows of their tables' lists. */
const mostTold = 60
const mostOfTable = 12

/** What does not agree, loud and first: one box for each table it is in. Nothing is corrected. */
export function Failures({ slug, part, hrefOf }: Props) {
  const { report, counts } = part
  if (counts.checks.failed === 0) return null
  const failing = Map.groupBy(
    report.checks.filter(({ outcome }) => outcome === 'fail'),
    check => check.stratification,
  )
  const elsewhere = counts.longTables.filter(({ id, checks }) => checks.failed > 0 && !failing.has(id))
  const failed = [...failing, ...elsewhere.map(({ id }): [string, Check[]] => [id, []])]
  let room = mostTold
  return (
    <section className="ledger-alarms" aria-label="Failing checks">
      {failed.map(([id, checks]) => {
        const told = checks.slice(0, Math.min(room, mostOfTable))
        room -= told.length
        const table = report.stratifications.find(table => table.id === id) ?? null
        const long = counts.longTables.find(long => long.id === id)
        return <Alarm key={id} {...{ slug, report, table, long, checks, told, hrefOf }} />
      })}
      <p className="quiet">
        No figure is ever corrected. The page shows what is printed, says what does not agree, and points at
        the line.
      </p>
    </section>
  )
}

type AlarmProps = Pick<Props, 'slug' | 'hrefOf'> & {
  report: FilingReport
  table: Stratification | null
  long: LongTable | undefined
  /** All failing checks that the part has, and those that are told here. */
  checks: Check[]
  told: Check[]
}

function Alarm({ slug, report, table, long, checks, told, hrefOf }: AlarmProps) {
  const failed = long?.checks.failed ?? countOutcomes(checks).failed
  const settling =
    long?.settling ??
    (table ? explainFailures(table, checks).map(explanation => sayExplanation(table, explanation)) : [])
  return (
    <div className="ledger-alarm">
      <h2>
        {table ? <a href={`#${table.id}`}>{titleTable(table)}</a> : 'The filing as a whole'}:{' '}
        {failed === 1 ? 'one check fails' : `${formatCount(failed)} checks fail`}
      </h2>
      {settling.map(said => (
        <Settling key={`${said.before} ${said.after}`} said={said} hrefOf={hrefOf} />
      ))}
      <ul>
        {told.map(check => (
          <Failure
            key={`${check.code} ${check.measure} ${check.at.line}:${check.at.start}`}
            {...{ report, check, hrefOf }}
          />
        ))}
      </ul>
      {long ? (
        <FailingPages slug={slug} sha256={report.file.sha256} long={long} />
      ) : (
        told.length < checks.length && (
          <p>
            <a href={`#${table?.id ?? 'whole-filing'}`}>
              {told.length > 0 ? `The other ${formatCount(checks.length - told.length)} are` : 'They are'}{' '}
              listed with {table ? 'the table' : 'the filing’s'} checks.
            </a>
          </p>
        )
      )}
    </div>
  )
}

type PagesProps = { slug: string; sha256: string; long: LongTable }

/**
 * The pages of a long table's rows on which checks fail; nothing where none does.
 *
 * > Checks of its rows fail on 3 pages of them: page 2 (14), page 7 (1), page 9 (1).
 */
export function FailingPages({ slug, sha256, long: { id, failing, failingPages } }: PagesProps) {
  if (failingPages === 0) return null
  const more = failingPages - failing.length
  const pages = failingPages === 1 ? 'one page' : `${formatCount(failingPages)} pages`
  return (
    <p className="failing-pages">
      Checks of its rows fail on {pages} of them:{' '}
      {failing.map(({ page, failed }, index) => (
        <span key={page}>
          {index > 0 && ', '}
          <a href={rowChecksHref(slug, sha256, id, page)}>page {formatCount(page)}</a> ({formatCount(failed)})
        </span>
      ))}
      {more > 0 && ` and ${formatCount(more)} more pages after these`}.
    </p>
  )
}

function Settling({ said, hrefOf }: { said: SaidExplanation; hrefOf: Props['hrefOf'] }) {
  const { before, printed, at, after } = said
  return (
    <p>
      {before}
      {at ? <a href={hrefOf(at)}>{printed}</a> : printed}
      {after}
    </p>
  )
}

type FailureProps = { report: FilingReport; check: Check; hrefOf: Props['hrefOf'] }

function Failure({ report, check, hrefOf }: FailureProps) {
  const { subject, expectation, figures } = sayFailure(report, check)
  return (
    <li>
      <h3>
        {subject} <small>{expectation}</small>
      </h3>
      <dl>
        {figures.map(({ term, said, at }) => (
          <div key={term} className={term === 'Difference' ? 'bad' : undefined}>
            <dt>
              {term}
              {at && (
                <>
                  , <a href={hrefOf(at)}>line {at.line}</a>
                </>
              )}
            </dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
