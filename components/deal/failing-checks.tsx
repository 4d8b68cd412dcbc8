import { Fragment } from 'react'
import { WarningIcon } from '@/components/shell/icons.tsx'
import { explainFailures } from '@/lib/checks/explain-failure.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { Check, FilingReport, Stratification } from '@/lib/report.ts'
import { type SaidExplanation, sayExplanation } from '@/lib/words/say-explanation.ts'
import { sayFailure } from '@/lib/words/say-failure.ts'
import type { LinkPlace } from './place-link.ts'

type Props = {
  report: FilingReport
  table: Stratification
  checks: Check[]
  link: LinkPlace
  /** The checks are of some rows alone; what would settle a column is told where the whole table is. */
  isOfRows?: boolean
  /** Where all of the checks are listed. */
  ledger: string
}

/** More failing checks of one table than this are folded: they would push its rows off the screen. */
export const failuresShown = 5
/** And more than this are in the ledger alone. */
const failuresListed = 20

/** Every failing check of a table, loud and with its figures: printed, found, apart by, allowed. Nothing is corrected. */
export function FailingChecks({ report, table, checks, link, isOfRows = false, ledger }: Props) {
  const failing = checks.filter(({ outcome }) => outcome === 'fail')
  if (failing.length === 0) return null
  return (
    <div className="alarm" role="note">
      <h3>
        <WarningIcon />
        {failing.length === 1
          ? 'One check fails'
          : `${formatCount(failing.length)} of ${formatCount(checks.length)} checks fail`}
      </h3>
      <Failures {...{ report, link }} checks={failing.slice(0, failuresShown)} />
      {failing.length > failuresShown && (
        <details>
          <summary>{formatCount(Math.min(failing.length, failuresListed) - failuresShown)} more</summary>
          <Failures {...{ report, link }} checks={failing.slice(failuresShown, failuresListed)} />
        </details>
      )}
      {failing.length > failuresListed && (
        <p>
          <a href={ledger}>All {formatCount(failing.length)} failing checks are in the ledger.</a>
        </p>
      )}
      {(isOfRows ? [] : explainFailures(table, report.checks)).map(explanation => (
        <Settling key={explanation.measure} said={sayExplanation(table, explanation)} link={link} />
      ))}
    </div>
  )
}

/** Failing checks with their figures. */
export function Failures({ checks, ...shared }: Pick<Props, 'report' | 'checks' | 'link'>) {
  return checks.map(check => (
    <Failure
      key={`${check.code} ${check.measure} ${check.bucket} ${check.statistic}`}
      {...shared}
      check={check}
    />
  ))
}

/** Which one figure, printed otherwise, would settle the failure; where the figures tell. */
export function Settling({ said, link }: { said: SaidExplanation; link: LinkPlace }) {
  const { before, printed, at, after } = said
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
    <div className="failure">
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
    </div>
  )
}
