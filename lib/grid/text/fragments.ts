import { type CodedLine, isSpace } from './code-lines.ts'
import type { Fragment } from './fragment.ts'
import type { Extent } from './line-up.ts'
import { codedAt, fromAt, type ScannedLines, toAt } from './scan-lines.ts'

/**
 * Split a line at gaps of two blanks or more, and at tabs. Each piece of a header asks about the line below it, so the
 * line split last is kept.
 */
export function splitFragments(scan: ScannedLines, index: number): readonly Fragment[] {
  if (scan.split?.index !== index) scan.split = { index, fragments: splitLine(scan, index) }
  return scan.split.fragments
}

function splitLine(scan: ScannedLines, index: number): Fragment[] {
  const { codes } = scan
  const zero = scan.starts[index - scan.first] ?? 0
  const to = toAt(scan, index)
  const fragments: Fragment[] = []
  let start = fromAt(scan, index)
  for (let at = start; at < to; at++) {
    const code = codes[zero + at]
    if (code !== 9 && !(code === 32 && codes[zero + at + 1] === 32)) continue
    if (at > start) fragments.push({ index, start, end: at })
    while (at + 1 < to && isBlank(codes[zero + at + 1])) at++
    start = at + 1
  }
  if (to > start) fragments.push({ index, start, end: to })
  return fragments
}

function isBlank(code: number | undefined): boolean {
  return code === 32 || code === 9
}

/** Is the run a rule of its own under words of the line above, beside words of other columns? */
export function isRuleRun(scan: ScannedLines, { index, start, end }: Fragment): boolean {
  const zero = scan.starts[index - scan.first] ?? 0
  if (end - start < 3) return false
  for (let at = start; at < end; at++) if (!isRuleCode(scan.codes[zero + at])) return false
  return true
}

/** The words of a fragment without the strokes that a spanner is drawn with: `------ Group I ------`. */
export function withoutStrokes(scan: ScannedLines, fragment: Fragment): Fragment {
  const zero = scan.starts[fragment.index - scan.first] ?? 0
  let { start, end } = fragment
  while (isRuleCode(scan.codes[zero + start])) start++
  while (isRuleCode(scan.codes[zero + end - 1])) end--
  const isBefore = start - fragment.start >= 3 && isBlank(scan.codes[zero + start])
  const isBehind = fragment.end - end >= 3 && isBlank(scan.codes[zero + end - 1])
  if (start >= end || !(isBefore && isBehind)) return fragment
  return { index: fragment.index, start: start + 1, end: end - 1 }
}

/** Does a stroke of a rule stand at this place? Saves time, for most lines below words are none of strokes. */
export function isStrokeAt(scan: ScannedLines, index: number, place: number): boolean {
  return isRuleCode((scan.lines[index] ?? '').charCodeAt(place))
}

/** `-`, `=` or `_`. */
function isRuleCode(code: number | undefined): boolean {
  return code === 45 || code === 61 || code === 95
}

/** Cut runs of words at every blank. */
export function splitWords(scan: ScannedLines, fragments: readonly Fragment[]): Fragment[] {
  const words: Fragment[] = []
  for (const { index, start, end } of fragments)
    for (const word of runsIn(codedAt(scan, index), start, end)) words.push({ index, ...word })
  return words
}

/** The unbroken runs of a stretch of a line, 0-based. */
export function runsIn(line: CodedLine, from: number, to: number): Extent[] {
  const runs: Extent[] = []
  let start = -1
  for (let at = from; at <= to; at++) {
    const isBlank = at === to || isSpace(line.codes[line.start + at] ?? 0)
    if (isBlank && start >= 0) runs.push({ start, end: at })
    start = isBlank ? -1 : start < 0 ? at : start
  }
  return runs
}
