import { WarningIcon } from '@/components/shell/icons.tsx'
import { type Explanation, explainFailures } from '@/lib/checks/explain-failure.ts'
import { headColumn } from '@/lib/evidence/column-heading.ts'
import { nameRow, nameStatistic } from '@/lib/evidence/names.ts'
import { formatWithUnit, minus } from '@/lib/format/index.ts'
import { checkWording } from '@/lib/issues.ts'
import type { Check, FilingReport, Stratification, Unit } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

type Props = { report: FilingReport; table: Stratification; checks: Check[]; link: LinkPlace }

/** More failing checks of one table than this are folded: they would push its rows off the screen. */
const failuresShown = 5

/** Every failing check of a table, loud and with its figures: printed, found, apart by, allowed. Nothing is corrected. */
export function FailingChecks({ report, table, checks, link }: Props) {
  const failing = checks.filter(({ outcome }) => outcome === 'fail')
  if (failing.length === 0) return null
  return (
    <div className="alarm" role="note">
      <h3>
        <WarningIcon />
        {failing.length === 1 ? 'One check fails' : `${failing.length} of ${checks.length} checks fail`}
      </h3>
      <Failures {...{ report, table, link }} checks={failing.slice(0, failuresShown)} />
      {failing.length > failuresShown && (
        <details>
          <summary>{failing.length - failuresShown} more</summary>
          <Failures {...{ report, table, link }} checks={failing.slice(failuresShown)} />
        </details>
      )}
      {explainFailures(table, report.checks).map(explanation => (
        <Settling key={explanation.measure} {...{ table, explanation, link }} />
      ))}
    </div>
  )
}

function Failures({ checks, ...shared }: Props) {
  return checks.map(check => (
    <Failure
      key={`${check.code} ${check.measure} ${check.bucket} ${check.statistic}`}
      {...shared}
      check={check}
    />
  ))
}

type SettlingProps = { table: Stratification; explanation: Explanation; link: LinkPlace }

/** Which one figure, printed otherwise, would settle the failure; where the figures tell. */
function Settling({ table, explanation, link }: SettlingProps) {
  const { bucket, measure, printed, settling, settles } = explanation
  const column = table.columns.find(one => one.measure === measure)
  const say = (value: number) => formatWithUnit(value, column?.unit ?? null, column?.decimals)
  const row = bucket === null ? table.total : table.buckets[bucket]
  const at = row?.places[measure]
  return (
    <p>
      {settles.length > 1 ? `All ${settles.length} of these would hold` : 'It would hold'} if{' '}
      <b>{nameRow(table, bucket ?? 'total')}</b> read {say(settling)} instead of{' '}
      {at ? <a {...link(at)}>{say(printed)}</a> : say(printed)}. Nothing was corrected.
    </p>
  )
}

function Failure({ report, table, check, link }: Omit<Props, 'checks'> & { check: Check }) {
  const { unit, decimals } = precisionOf(report, table, check)
  const say = (value: number) => formatWithUnit(value, unit, decimals)
  return (
    <>
      <p>
        <b>{nameSubject(table, check)}.</b> {sayExpectation(check)}
      </p>
      <dl>
        <dt>Printed</dt>
        <dd>
          <a {...link(check.at)}>{say(check.expected)}</a>
        </dd>
        <dt>{check.code === 'column-adds-up-to-total' ? 'Sum of rows' : 'Found'}</dt>
        <dd>{check.bounds ? check.bounds.map(say).join(' to ') : say(check.found)}</dd>
        <dt>Difference</dt>
        <dd>{saySigned(check.found - check.expected, say)}</dd>
        <dt>Allowed</dt>
        <dd>{say(check.tolerance)}</dd>
      </dl>
    </>
  )
}

function saySigned(difference: number, say: (value: number) => string): string {
  return `${difference < 0 ? minus : '+'}${say(Math.abs(difference))}`
}

/** The wording of a check says what should hold; beside a failing one it needs to say that it does not. */
function sayExpectation({ code }: Check): string {
  const wording: Record<string, string> = checkWording
  const expectation = wording[code]
  return expectation ? `Expected: ${expectation.charAt(0).toLowerCase()}${expectation.slice(1)}.` : ''
}

function nameSubject(table: Stratification, { measure, bucket, statistic }: Check): string {
  if (statistic) return nameStatistic(statistic)
  const column = table.columns.find(one => one.measure === measure)
  const heading = column ? headColumn(column) : (measure ?? 'Table')
  return bucket === null ? heading : `${nameRow(table, bucket)}, ${heading}`
}

function precisionOf(report: FilingReport, table: Stratification, { measure, statistic }: Check) {
  const stated = report.statistics.find(({ id }) => id === statistic)
  const column = table.columns.find(one => one.measure === measure)
  const source = statistic ? stated : column
  const unit: Unit | null = source?.unit ?? null
  return { unit, decimals: Math.max(source?.decimals ?? 0, unit === 'cents' ? 2 : 0) }
}
