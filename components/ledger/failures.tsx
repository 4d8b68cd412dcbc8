import { explainFailures } from '@/lib/checks/explain-failure.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import { type SaidExplanation, sayExplanation } from '@/lib/evidence/say-explanation.ts'
import { sayFailure } from '@/lib/evidence/say-failure.ts'
import type { Check, FilingReport, Place, Stratification } from '@/lib/report.ts'

type Props = { report: FilingReport; hrefOf: (at: Place) => string }

/** What does not agree, loud and first: one box for each table it is in. Nothing is corrected. */
export function Failures({ report, hrefOf }: Props) {
  const failing = report.checks.filter(({ outcome }) => outcome === 'fail')
  if (failing.length === 0) return null
  const byTable = Map.groupBy(failing, check => check.stratification)
  return (
    <section className="ledger-alarms" aria-label="Failing checks">
      {[...byTable].map(([id, checks]) => {
        const table = report.stratifications.find(table => table.id === id) ?? null
        return <Alarm key={id} {...{ report, table, checks, hrefOf }} />
      })}
      <p className="quiet">
        No figure is ever corrected. The page shows what is printed, says what does not agree, and points at
        the line.
      </p>
    </section>
  )
}

type AlarmProps = Props & { table: Stratification | null; checks: Check[] }

function Alarm({ report, table, checks, hrefOf }: AlarmProps) {
  const explanations = table ? explainFailures(table, checks) : []
  return (
    <div className="ledger-alarm">
      <h2>
        {table ? <a href={`#${table.id}`}>{titleTable(table)}</a> : 'The filing as a whole'}:{' '}
        {checks.length === 1 ? 'one check fails' : `${checks.length} checks fail`}
      </h2>
      {table &&
        explanations.map(explanation => (
          <Settling
            key={`${explanation.measure} ${explanation.bucket}`}
            said={sayExplanation(table, explanation)}
            hrefOf={hrefOf}
          />
        ))}
      <ul>
        {checks.map(check => (
          <Failure key={`${check.code} ${check.at.line}:${check.at.start}`} {...{ report, check, hrefOf }} />
        ))}
      </ul>
    </div>
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

function Failure({ report, check, hrefOf }: Props & { check: Check }) {
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
