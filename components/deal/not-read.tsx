import './not-read.css'
import type { Issue } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

/** More issues of one kind than this are folded. */
const issuesShown = 12

type Props = { issues: Issue[]; link: LinkPlace }

/** Everything of the filing that could not be read, each with the way to its line. Where the head's count leads. */
export function NotRead({ issues, link }: Props) {
  if (issues.length === 0) return null
  const rest = issues.slice(issuesShown)
  return (
    <section id="not-read" className="not-read" aria-labelledby="not-read-title">
      <h2 id="not-read-title">
        Not read, and why <small>{sayIssues(issues.length)}</small>
      </h2>
      <Issues issues={issues.slice(0, issuesShown)} link={link} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <Issues issues={rest} link={link} />
        </details>
      )}
    </section>
  )
}

/** The number of issues in words. */
export function sayIssues(count: number): string {
  return count === 1 ? '1 issue' : `${count} issues`
}

/** Issues with their lines; in the section of the table they are about as well as in the list of all. */
export function Issues({ issues, link }: Props) {
  if (issues.length === 0) return null
  return (
    <ul className="issues">
      {issues.map(({ code, message, at }) => (
        <li key={`${code} ${at?.line}:${at?.start} ${message}`}>
          {message} {at && <a {...link(at)}>line {at.line}</a>}
        </li>
      ))}
    </ul>
  )
}
