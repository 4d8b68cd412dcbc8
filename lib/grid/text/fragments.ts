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
