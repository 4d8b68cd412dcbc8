import { fromAt, type ScannedLines, toAt } from './scan-lines.ts'

/** A run of words without wide gaps, on one line. */
export type Fragment = { index: number; start: number; end: number }

/** Split a line at gaps of two blanks or more, and at tabs. */
export function splitFragments(scan: ScannedLines, index: number): Fragment[] {
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

/** `-`, `=` or `_`. */
function isRuleCode(code: number | undefined): boolean {
  return code === 45 || code === 61 || code === 95
}

/** Cut runs of words at every blank. */
export function splitWords(scan: ScannedLines, fragments: readonly Fragment[]): Fragment[] {
  return fragments.flatMap(({ index, start, end }) => {
    const text = (scan.lines[index] ?? '').slice(start, end)
    return [...text.matchAll(/\S+/g)].map(word => ({
      index,
      start: start + word.index,
      end: start + word.index + word[0].length,
    }))
  })
}
