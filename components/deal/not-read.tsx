import { listHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { PartCounts } from '@/lib/library/index.ts'
import type { Issue } from '@/lib/report.ts'
import type { LinkPlace } from './place-link.ts'

/** More issues of one kind than this are folded. */
const issuesShown = 12

type Props = { issues: Issue[]; link: LinkPlace }
type NotReadProps = Props & {
  /** Address of the page of the filing. */
  home: string
  /** How many there are, where these are only the first, and on which page of the list of all these begin. */
  more: PartCounts['lists'][string] | undefined
}

/** Everything of the filing that could not be read, each with the way to its line. Where the head's count leads. */
export function NotRead({ home, issues, more, link }: NotReadProps) {
  if (issues.length === 0) return null
  const rest = issues.slice(issuesShown)
  return (
    <section id="not-read" className="not-read" aria-labelledby="not-read-title">
      <h2 id="not-read-title">
        Not read, and why <small>{sayIssues(more?.count ?? issues.length)}</small>
      </h2>
      <Issues issues={issues.slice(0, issuesShown)} link={link} />
      {rest.length > 0 && (
        <details>
          <summary>{formatCount(rest.length)} more</summary>
          <Issues issues={rest} link={link} />
        </details>
      )}
      {more && (
        <p className="show-all">
          <a href={listHref(home, 'issues', more.page)}>Show all {sayIssues(more.count)}</a>
        </p>
      )}
    </section>
  )
}

/** The number of issues in words. */
export function sayIssues(count: number): string {
  return count === 1 ? '1 issue' : `${formatCount(count)} issues`
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

/** Of a table with more issues than its section shows: how many, and the way to all. Nothing without a count. */
export function MoreIssues({ count, href }: { count: number | undefined; href: string }) {
  if (count === undefined) return null
  return (
    <p className="show-all">
      <a href={href}>Show all {sayIssues(count)} of this table</a>
    </p>
  )
}
