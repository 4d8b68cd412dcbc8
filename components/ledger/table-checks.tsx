import { formatCheck } from '@/lib/evidence/check-figures.ts'
import { nameCheck, sayWording, splitByInterest } from '@/lib/evidence/name-check.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import type { Check, FilingReport, Place, Stratification } from '@/lib/report.ts'
import { Figure, OutcomeIcon } from './outcome.tsx'

type Props = {
  report: FilingReport
  /** Null for the checks of the filing as a whole. */
  table: Stratification | null
  checks: Check[]
  hrefOf: (at: Place) => string
}

/** Rows of a table that are listed before the others are folded away. */
const rowsShown = 4

/** Every check of one table: printed, found, difference, allowed, result, and the line. Rows that all pass fold. */
export function TableChecks({ report, table, checks, hrefOf }: Props) {
  const id = table?.id ?? 'whole-filing'
  const { shown, folded } = splitByInterest(checks, rowsShown)
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  return (
    <section id={id} className="ledger-section">
      <h2 id={`${id}-checks`} className="ledger-h2">
        {table ? titleTable(table) : 'The filing as a whole'}{' '}
        <small className={failed > 0 ? 'bad' : undefined}>{sayCount(checks.length, failed)}</small>
      </h2>
      {checks.length === 0 ? (
        <p className="quiet">
          The table prints no total, and no figure that another one gives: there is nothing to compare.
        </p>
      ) : (
        <>
          <CheckTable {...{ report, hrefOf }} checks={shown} heading={`${id}-checks`} />
          {folded.length > 0 && (
            <details className="ledger-more">
              <summary>
                {folded.length} more rows, all pass <span>show them</span>
              </summary>
              <CheckTable {...{ report, hrefOf }} checks={folded} heading={`${id}-checks`} />
            </details>
          )}
        </>
      )}
    </section>
  )
}

function sayCount(checks: number, failed: number): string {
  if (checks === 0) return 'no checks'
  const all = checks === 1 ? '1 check' : `${checks} checks`
  return failed > 0 ? `${failed} of ${all} ${failed === 1 ? 'fails' : 'fail'}` : all
}

type CheckTableProps = Omit<Props, 'table'> & { heading: string }

function CheckTable({ report, checks, hrefOf, heading }: CheckTableProps) {
  return (
    <section className="ledger-scroll" tabIndex={0} aria-labelledby={heading}>
      <table className="ledger-table ledger-checks">
        <thead>
          <tr>
            <th scope="col">Check</th>
            <th scope="col">Printed</th>
            <th scope="col">Found</th>
            <th scope="col">Difference</th>
            <th scope="col">Allowed</th>
            <th scope="col">Result</th>
            <th scope="col">Line</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(check => (
            <Row
              key={`${check.code} ${check.measure} ${check.bucket} ${check.statistic} ${check.at.line}:${check.at.start}`}
              {...{ report, check, hrefOf }}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ report, check, hrefOf }: Pick<Props, 'report' | 'hrefOf'> & { check: Check }) {
  const { printed, found, difference, allowed, unit } = formatCheck(report, check)
  const passes = check.outcome === 'pass'
  const isMoney = unit === 'cents'
  return (
    <tr className={passes ? undefined : 'fails'}>
      <th scope="row" title={sayWording(check.code)}>
        {nameCheck(report, check)}
      </th>
      <td>
        <Figure text={printed} isMoney={isMoney} />
      </td>
      <td>
        <Figure text={found} isMoney={isMoney} />
      </td>
      <td className={passes ? undefined : 'bad'}>{difference}</td>
      <td>{allowed}</td>
      <td className="ledger-result">
        <OutcomeIcon passes={passes} /> {passes ? 'passes' : 'fails'}
      </td>
      <td>
        <a href={hrefOf(check.at)}>{check.at.line}</a>
      </td>
    </tr>
  )
}
