import { hasTabularFigures } from '../coverage/tabular-figures.ts'
import { readReference } from '../filing/character-reference.ts'
import { type IssueCode, issue } from '../issues.ts'
import type { FilingDocument } from '../report.ts'
import { OTHER_DIGITS, toAsciiDigits } from './ascii-digits.ts'
import { type Grid, gridOfIssue } from './grid.ts'

/** Whether a text may hold any: they begin with those of Arabic. */
const MAY_HOLD_ANY = /[\u0660-\u1a99\ua620-\uffff]/
/** Such digits as HTML prints them: as they are, or by their number. */
const RUN_OF_HTML = /(?:(?![0-9])\p{Nd})+|&#(?:\d{4,7}|x0*[0-9a-f]{3,6});?/giu
/** So many lines apart, they stand in one table. */
const MOST_APART = 4

/** Lines with such digits, one below the other. */
type Stretch = { code: DigitsCode; first: number; last: number }
type DigitsCode = Extract<IssueCode, 'digits-are-of-another-script' | 'digits-are-not-read'>

/**
 * The tables of a document that print digits other than `0` to `9`, each as a grid without rows that says so: a reader
 * may take them for others, and so might Strata. `printed` are the lines of the file, `plain` what is read of them.
 *
 * Adds the issues `digits-are-of-another-script`, and where they stay as they are `digits-are-not-read`.
 */
export function* findOtherDigits(
  printed: readonly string[],
  plain: readonly string[],
  { format, lines: [from, to] }: FilingDocument,
): Generator<Grid, undefined> {
  const stretches: Stretch[] = []
  for (let index = from - 1; index < to; index++) {
    const code = codeOf(printed[index] ?? '', plain[index] ?? '', format)
    if (code === null) continue
    const above = stretches[stretches.length - 1]
    if (above?.code === code && index - above.last <= MOST_APART) above.last = index
    else stretches.push({ code, first: index, last: index })
  }
  for (const stretch of stretches) yield tellStretch(printed, format, stretch)
}

/** What is to be told of a line; null of one that has no such digits, or of a sentence. */
function codeOf(printed: string, plain: string, format: FilingDocument['format']): DigitsCode | null {
  const runs = findRuns(printed, format)
  if (runs.length === 0) return null
  if (plain.search(OTHER_DIGITS) >= 0 || runs.some(staysAsItIs)) return 'digits-are-not-read'
  return format === 'html' || hasTabularFigures(plain) ? 'digits-are-of-another-script' : null
}

/** Such digits side by side: what a reader sees, and where in the line it stands, from 0 on. */
type Run = { printed: string; start: number; end: number }

function findRuns(line: string, format: FilingDocument['format']): Run[] {
  if (format !== 'html' || !line.includes('&#'))
    return MAY_HOLD_ANY.test(line) ? [...line.matchAll(OTHER_DIGITS)].map(runOf) : []
  const runs: Run[] = []
  for (const found of line.matchAll(RUN_OF_HTML)) {
    const run = runOf(found)
    if (run.printed.startsWith('&')) run.printed = readReference(line, run.start)?.printed ?? ''
    if (run.printed.search(OTHER_DIGITS) < 0) continue
    const before = runs[runs.length - 1]
    if (before?.end === run.start) {
      before.printed += run.printed
      before.end = run.end
    } else runs.push(run)
  }
  return runs
}

function runOf({ 0: printed, index }: RegExpMatchArray & { index: number }): Run {
  return { printed, start: index, end: index + printed.length }
}

function staysAsItIs({ printed }: Run): boolean {
  return toAsciiDigits(printed).search(OTHER_DIGITS) >= 0
}

function tellStretch(
  lines: readonly string[],
  format: FilingDocument['format'],
  { code, first, last }: Stretch,
): Grid {
  const runs = findRuns(lines[first] ?? '', format)
  const below = last === first ? runs : findRuns(lines[last] ?? '', format)
  const [one] = runs
  const place = {
    line: first + 1,
    start: (one?.start ?? 0) + 1,
    end: (below[below.length - 1]?.end ?? 0) + 1,
  }
  const at = last > first ? { ...place, lastLine: last + 1 } : place
  return gridOfIssue(issue(code, { printed: one?.printed ?? '', lines: last - first + 1 }, at), at)
}
