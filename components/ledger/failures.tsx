import { explainFailures } from '@/lib/checks/explain-failure.ts'
import { formatCheck, withUnit } from '@/lib/evidence/check-figures.ts'
import { nameCheck, sayWording } from '@/lib/evidence/name-check.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import { sayExplanation } from '@/lib/evidence/say-explanation.ts'
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
          <p key={`${explanation.measure} ${explanation.bucket}`}>{sayExplanation(table, explanation)}</p>
        ))}
      <ul>
        {checks.map(check => (
          <Failure
            key={`${check.code} ${check.at.line}:${check.at.start}`}
            {...{ report, table, check, hrefOf }}
          />
        ))}
      </ul>
    </div>
  )
}

function Failure({ report, table, check, hrefOf }: Omit<AlarmProps, 'checks'> & { check: Check }) {
  const { printed, found, difference, allowed, unit } = formatCheck(report, check)
  return (
    <li>
      <h3>
        {nameCheck(check, table)} <small>Expected: {sayWording(check.code)}</small>
      </h3>
      <dl>
        <div>
          <dt>
            Printed, <a href={hrefOf(check.at)}>line {check.at.line}</a>
          </dt>
          <dd>{withUnit(printed, unit)}</dd>
        </div>
        <div>
          <dt>{check.code === 'column-adds-up-to-total' ? 'Sum of the rows' : 'Found'}</dt>
          <dd>{withUnit(found, unit)}</dd>
        </div>
        <div className="bad">
          <dt>Difference</dt>
          <dd>{difference}</dd>
        </div>
        <div>
          <dt>Allowed</dt>
          <dd>{allowed}</dd>
        </div>
      </dl>
    </li>
  )
}
