import { formatCount } from '@/lib/format/index.ts'
import type { Issue, Place } from '@/lib/report.ts'
import { type All, ShowAll } from './show-all.tsx'

type Props = { issues: Issue[]; hrefOf: (at: Place) => string }
type ListProps = Props & {
  /** Where all issues are listed, where these are only the first. */
  all?: All | undefined
}

/** More issues than this are folded. */
const issuesShown = 12

/** What the reader could not read, each with the way to its line. */
export function IssueList({ issues, hrefOf, all }: ListProps) {
  const rest = issues.slice(issuesShown)
  return (
    <section aria-labelledby="issues-heading" className="ledger-section">
      <h2 id="issues-heading" className="ledger-h2">
        Not read <small>{sayCount(all?.count ?? issues.length)}</small>
      </h2>
      {issues.length === 0 ? (
        <p className="ledger-note">Every table, heading and figure was understood.</p>
      ) : (
        <Items issues={issues.slice(0, issuesShown)} hrefOf={hrefOf} />
      )}
      {rest.length > 0 && (
        <details className="ledger-more">
          <summary>
            {formatCount(rest.length)} more <span>show them</span>
          </summary>
          <Items issues={rest} hrefOf={hrefOf} />
        </details>
      )}
      <ShowAll all={all} what="issues" />
    </section>
  )
}

function sayCount(issues: number): string {
  if (issues === 0) return 'nothing'
  return issues === 1 ? '1 issue' : `${formatCount(issues)} issues`
}

/** Issues, each with the way to its line. */
export function Items({ issues, hrefOf }: Props) {
  return (
    <ul className="ledger-issues">
      {issues.map(({ code, message, at }) => (
        <li key={`${code} ${at?.line}:${at?.start} ${message}`}>
          {message} {at && <a href={hrefOf(at)}>line {at.line}</a>}
        </li>
      ))}
    </ul>
  )
}
