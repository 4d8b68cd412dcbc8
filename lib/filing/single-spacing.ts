import type { FilingDocument } from '../report.ts'

/** Fewer printed lines than this may stand a blank line apart for any reason, but for those of a table. */
const FEWEST_LINES = 12
const FEWEST_LINES_OF_TABLE = 5
/** `12    1,200.00` at the end of a line, blanks or a tab between, as in most rows of a table. */
const ROW_END = /\d%?(?:\t|\s{2,})\s?\$?\s?\d[\d,.]*%?$/
const LONGEST_ROW_END = 60
/** Up to so many blank lines a conversion may put after each line. */
const MOST_SPACING = 3
/** A wrapped line here and there has none; nor are all that parts are made of doubled alike. */
const MOST_EXCEPTIONS = 0.02
/** Blank lines of the file itself are doubled with the others, so that most gaps are of certain lengths. */
const FEWEST_REGULAR = 0.9

/**
 * The blank lines, 0-based, that came after each line of a file, one or two or three of them, and that it did not have
 * before; none where that is not so.
 *
 * > Rate        Loans     Balance          Rate        Loans     Balance
 *                                          6.125          12    1,200.00
 *   6.125          12    1,200.00          6.250           5      800.00
 *                                      →
 *   6.250           5      800.00
 *
 * Told document by document, for the header of a submission may be as it was. Page marks are never among them. Source:
 * files whose CRLF was converted twice, and copies from pages that show each line as a paragraph.
 */
export function findAddedBlanks(
  lines: readonly string[],
  documents: readonly FilingDocument[],
): ReadonlySet<number> {
  const added = new Set<number>()
  for (const stretch of findSpaced(lines, documents)) addBlanks(lines, stretch, added)
  return added
}

type Spaced = { first: number; last: number; spacing: number }

/** The whole file, else those of its parts that have blank lines after each line. */
function findSpaced(lines: readonly string[], documents: readonly FilingDocument[]): Spaced[] {
  const spacing = spacingOf(lines, 0, lines.length)
  if (spacing > 0) return [{ first: 0, last: lines.length, spacing }]
  if (documents.length === 1 && documents[0]?.lines[0] === 1) return []
  return stretchesOf(lines.length, documents)
    .map(([first, last]) => ({ first, last, spacing: spacingOf(lines, first, last) }))
    .filter(stretch => stretch.spacing > 0)
}

/** The lines of each document, and those between them, from first up to last, 0-based and exclusive. */
function stretchesOf(count: number, documents: readonly FilingDocument[]): [number, number][] {
  const stretches: [number, number][] = []
  let next = 0
  for (const { lines } of documents) {
    stretches.push([next, lines[0] - 1], [lines[0] - 1, lines[1]])
    next = lines[1]
  }
  stretches.push([next, count])
  return stretches.filter(([first, last]) => last > first)
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && line.trim() === '' && !line.includes('\f')
}

/** How many blank lines come after each line of a stretch; 0 where none does. */
function spacingOf(lines: readonly string[], first: number, last: number): number {
  const mostAdjacent = (last - first) * MOST_EXCEPTIONS
  const gaps = new Map<number, number>()
  let before = -1
  let adjacent = 0
  let count = 0
  for (let index = first; index < last; index++) {
    if (isBlank(lines[index])) continue
    if (before >= 0) {
      const gap = index - before - 1
      if (gap === 0 && ++adjacent > mostAdjacent) return 0
      gaps.set(gap, (gaps.get(gap) ?? 0) + 1)
      count++
    }
    before = index
  }
  if (count + 1 < FEWEST_LINES_OF_TABLE) return 0
  if (count + 1 < FEWEST_LINES && !hasRows(lines, first, last)) return 0
  const spacing = shortestGap(gaps, count * MOST_EXCEPTIONS)
  return spacing > 0 && spacing <= MOST_SPACING && isRegular(gaps, spacing, count) ? spacing : 0
}

/** Are two lines of the stretch rows of a table? */
function hasRows(lines: readonly string[], first: number, last: number): boolean {
  const isRow = (line: string) => ROW_END.test(line.trimEnd().slice(-LONGEST_ROW_END))
  return lines.slice(first, last).filter(isRow).length > 1
}

/** The shortest gap, those aside that are exceptions together with all shorter ones. */
function shortestGap(gaps: ReadonlyMap<number, number>, mostExceptions: number): number {
  let shorter = 0
  for (let gap = 0; gap <= MOST_SPACING; gap++) {
    shorter += gaps.get(gap) ?? 0
    if (shorter > mostExceptions) return gap
  }
  return 0
}

/** Are nearly all gaps as long as they are where each line, blank or not, has so many blank lines after it? */
function isRegular(gaps: ReadonlyMap<number, number>, spacing: number, count: number): boolean {
  let regular = 0
  for (const [gap, times] of gaps) if ((gap + 1) % (spacing + 1) === 0) regular += times
  return regular >= count * FEWEST_REGULAR
}

/** Of each gap, all blank lines but as many as it had before. */
function addBlanks(lines: readonly string[], { first, last, spacing }: Spaced, added: Set<number>): void {
  let gap = 0
  for (let index = first; index <= last; index++) {
    if (index < last && isBlank(lines[index])) {
      gap++
      continue
    }
    const own = Math.max(0, Math.round((gap + 1) / (spacing + 1)) - 1)
    for (let at = index - gap + own; at < index; at++) added.add(at)
    gap = 0
  }
}
