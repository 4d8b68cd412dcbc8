import { issue } from '../../issues.ts'
import { type Grid, gridOfIssue } from '../grid.ts'
import { gridSettings } from '../settings.ts'

/** So many lines apart, lines that are not read belong to one region. */
const MOST_APART = 4

/**
 * The regions of a text that are too wide to be read, each as a table without rows that says so. `unread` are their lines,
 * 0-based.
 *
 * Adds the issue `region-is-too-wide`.
 */
export function* findUnreadRegions(
  lines: readonly string[],
  unread: readonly number[],
): Generator<Grid, undefined> {
  let first = -1
  let last = -1
  for (const index of [...new Set(unread)].sort((a, b) => a - b)) {
    if (first >= 0 && index - last > MOST_APART) yield regionOf(lines, first, last)
    if (first < 0 || index - last > MOST_APART) first = index
    last = index
  }
  if (first >= 0) yield regionOf(lines, first, last)
}

function regionOf(lines: readonly string[], first: number, last: number): Grid {
  const line = lines[first] ?? ''
  const place = {
    line: first + 1,
    start: line.length - line.trimStart().length + 1,
    end: (lines[last] ?? '').trimEnd().length + 1,
  }
  const at = last > first ? { ...place, lastLine: last + 1 } : place
  const { mostColumns: columns, widestLine: characters } = gridSettings
  return gridOfIssue(issue('region-is-too-wide', { lines: last - first + 1, columns, characters }, at), at)
}
