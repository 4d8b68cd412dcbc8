import { printPlace } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { countOutcomes } from '@/lib/library/report-part.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { Check, FilingReport, Stratification } from '@/lib/report.ts'
import { formatCheck } from '@/lib/words/check-figures.ts'
import { nameCheck, sayWording, splitByInterest } from '@/lib/words/name-check.ts'
import { CheckRows } from './check-rows.tsx'
import { packChecks, type ShownCheck } from './packed-checks.ts'
import { type All, ShowAll } from './show-all.tsx'

type Props = {
  report: FilingReport
  /** Null for the checks of the filing as a whole. */
  table: Stratification | null
  checks: Check[]
  /** Address of the filing's own page. */
  filing: string
  /** Where all checks are listed and how many there are, where these are only the first. */
  all?: (All & { failed?: number }) | undefined
}

/** Rows of a table that are listed before the others are folded away. */
const rowsShown = 4

/** Every check of one table: printed, found, difference, allowed, result, and the line. Rows that all pass fold. */
export function TableChecks({ report, table, checks, filing, all }: Props) {
  const id = table?.id ?? 'whole-filing'
  const { shown, folded } = splitByInterest(checks, rowsShown)
  const count = all?.count ?? checks.length
  const failed = all?.failed ?? countOutcomes(checks).failed
  return (
    <section id={id} className="ledger-section">
      <h2 id={`${id}-checks`} className="ledger-h2">
        {table ? titleTable(table) : 'The filing as a whole'}{' '}
        <small className={failed > 0 ? 'bad' : undefined}>{sayCount(count, failed)}</small>
      </h2>
      {count === 0 ? (
        <p className="quiet">
          The table prints no total, and no figure that another one gives: there is nothing to compare.
        </p>
      ) : (
        <CheckTable {...{ report, filing }} checks={shown} heading={`${id}-checks`} />
      )}
      {folded.length > 0 && (
        <details className="ledger-more">
          <summary>
            {formatCount(folded.length)} more {all && 'of the first '}rows, all pass <span>show them</span>
          </summary>
          <CheckTable {...{ report, filing }} checks={folded} heading={`${id}-checks`} />
        </details>
      )}
      <ShowAll all={all} what="checks" />
    </section>
  )
}

function sayCount(checks: number, failed: number): string {
  if (checks === 0) return 'no checks'
  const all = checks === 1 ? '1 check' : `${formatCount(checks)} checks`
  return failed > 0 ? `${formatCount(failed)} of ${all} ${failed === 1 ? 'fails' : 'fail'}` : all
}

type TableProps = Pick<Props, 'report' | 'checks' | 'filing'> & { heading: string }

/** Checks in a table of their own. `heading` is the id of what stands over it. */
export function CheckTable({ report, checks, filing, heading }: TableProps) {
  if (checks.length === 0) return null
  return (
    <section className="scrolls" tabIndex={0} aria-labelledby={heading}>
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
          <CheckRows packed={packChecks(checks.map(check => showCheck(report, check)))} filing={filing} />
        </tbody>
      </table>
    </section>
  )
}

function showCheck(report: FilingReport, check: Check): ShownCheck {
  const { printed, found, difference, allowed, unit } = formatCheck(report, check)
  return {
    name: nameCheck(report, check),
    wording: sayWording(check.code),
    figures: [printed, found, difference, allowed],
    isMoney: unit === 'cents',
    fails: check.outcome === 'fail',
    at: printPlace(check.at),
  }
}
