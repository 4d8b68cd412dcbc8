import { type CodedLine, isGap } from './code-lines.ts'
import type { Atom } from './row-line.ts'

/**
 * The figure that ends at `end`, where it is of digits, commas and points alone, maybe with its `$` and `%`; else null.
 *
 * > 553      $225,112,214.21      100.00%
 *
 * Nearly all figures are, and these are read in one walk to the left. Null says nothing of what else stands there.
 */
export function readPlainAtom(line: CodedLine, end: number, floor: number): Atom | null {
  const { codes, start: zero } = line
  const percent = codes[zero + end - 1] === 37
  const to = percent ? end - 1 : end
  if (!isDigit(codes[zero + to - 1] ?? 0)) return null
  let start = to - 1
  let code = 0
  for (; start > floor; start--) {
    code = codes[zero + start - 1] ?? 0
    if (!isDigit(code) && code !== 44 && (code !== 46 || isGap(line, start - 1))) break
  }
  if (codes[zero + start] === 44) return null
  const money = start > floor && code === 36
  const from = money ? start - 1 : start
  if (from > floor && !isGap(line, from - 1)) return null
  return { from, start, end: to, money, percent }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
