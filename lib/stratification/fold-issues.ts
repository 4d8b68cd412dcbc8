import { issue } from '../issues.ts'
import type { Issue } from '../report.ts'

/** Issues of one code that a table lists. One read wrong has them in every row, and nobody reads more. */
const MOST_ALIKE = 200

/** The issues of a table, of each code the first two hundred, and how many more there are. */
export function foldIssues(issues: readonly Issue[]): Issue[] {
  if (issues.length <= MOST_ALIKE) return [...issues]
  const counts = new Map<string, number>()
  const firstMore = new Map<string, Issue>()
  const listed = issues.filter(one => {
    const count = (counts.get(one.code) ?? 0) + 1
    counts.set(one.code, count)
    if (count === MOST_ALIKE + 1) firstMore.set(one.code, one)
    return count <= MOST_ALIKE
  })
  for (const [code, { message, at }] of firstMore)
    listed.push(issue('more-issues-alike', { more: (counts.get(code) ?? 0) - MOST_ALIKE, message }, at))
  return listed
}
