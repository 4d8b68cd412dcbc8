import type { ColumnExtent } from './find-columns.ts'
import { isBlankAt } from './header-blanks.ts'
import type { ScannedLines } from './scan-lines.ts'

/**
 * Find the place between each two columns at which all lines of the header are blank, 0-based; null where no such place is
 * plainly the one.
 *
 * > Principal Aggregate  Average
 *     Balance Principal       to
 *         ($)       (%) Maturity
 *        1,00     20.00       59
 *            ^         ^           words of neighbours stand a blank apart, and yet never touch
 */
export function findGutters(
  scan: ScannedLines,
  headerLines: readonly number[],
  columns: readonly ColumnExtent[],
): (number | null)[] {
  const lines = headerLines.map(index => scan.lines[index] ?? '')
  if (lines.length < 2) return []
  return columns.slice(1).map(({ start }, order) => findGutter(lines, columns[order]?.end ?? 0, start))
}

/**
 * The first place of the run of blanks between two places that all lines share; null where there is none, or more than
 * one and the first does not begin right behind the figures.
 */
function findGutter(lines: readonly string[], from: number, to: number): number | null {
  let found: number | null = null
  let before = -2
  for (let at = from; at < to; at++) {
    if (!lines.every(line => isBlankAt(line, at))) continue
    if (found !== null && before !== at - 1) return found === from ? found : null
    found ??= at
    before = at
  }
  return found
}
