import type { Issue, Place } from '@/lib/report.ts'

type Props = { issues: Issue[]; hrefOf: (at: Place) => string }

/** More issues than this are folded. */
const issuesShown = 12

/** What the reader could not read, each with the way to its line. */
export function IssueList({ issues, hrefOf }: Props) {
  const rest = issues.slice(issuesShown)
  return (
    <section aria-labelledby="issues-heading" className="ledger-section">
      <h2 id="issues-heading" className="ledger-h2">
        Not read <small>{sayCount(issues.length)}</small>
      </h2>
      {issues.length === 0 ? (
        <p className="ledger-note">Every table, heading and figure was understood.</p>
      ) : (
        <Items issues={issues.slice(0, issuesShown)} hrefOf={hrefOf} />
      )}
      {rest.length > 0 && (
        <details className="ledger-more">
          <summary>
            {rest.length} more <span>show them</span>
          </summary>
          <Items issues={rest} hrefOf={hrefOf} />
        </details>
      )}
    </section>
  )
}

function sayCount(issues: number): string {
  if (issues === 0) return 'nothing'
  return issues === 1 ? '1 issue' : `${issues} issues`
}

function Items({ issues, hrefOf }: Props) {
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
