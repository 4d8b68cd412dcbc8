import { Fragment } from 'react'
import { WarningIcon } from '@/components/shell/icons.tsx'
import { type Explanation, explainFailures } from '@/lib/checks/explain-failure.ts'
import { sayExplanation } from '@/lib/evidence/say-explanation.ts'
import { sayFailure } from '@/lib/evidence/say-failure.ts'
import type { Check, FilingReport, Stratification } from '@/lib/report.ts'
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
  const { before, printed, at, after } = sayExplanation(table, explanation)
  return (
    <p>
      {before}
      {at ? <a {...link(at)}>{printed}</a> : printed}
      {after} Nothing was corrected.
    </p>
  )
}

function Failure({ report, check, link }: Pick<Props, 'report' | 'link'> & { check: Check }) {
  const { subject, expectation, figures } = sayFailure(report, check)
  return (
    <>
      <p>
        <b>{subject}.</b> {expectation}
      </p>
      <dl>
        {figures.map(({ term, said, at }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{at ? <a {...link(at)}>{said}</a> : said}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  )
}
