import type { CodedLine } from './code-lines.ts'
import type { RowLine } from './row-atoms.ts'

/**
 * Take the figures of digits, commas and points alone, with their `$` and `%`, off the end of a line.
 *
 * > California                      268         $ 113,346,210.62       50.35%
 *             ^ gives this place
 *
 * Nearly all figures are such; they are taken in one walk over the codes. Stops at the first token of another kind, and
 * at other blanks than plain ones, and gives the place behind it: `at` never rises.
 */
export function takePlainAtoms({ codes, start: zero }: CodedLine, row: RowLine, to: number): number {
  const floor = zero + row.from
  const taken = row.atoms.length
  let at = zero + to
  while (at > floor) {
    let end = at
    while (end > floor && codes[end - 1] === 32) end--
    if (end === floor) return end - zero
    const last = row.atoms.length > taken ? row.atoms[row.atoms.length - 1] : undefined
    if (last !== undefined && codes[end - 1] === 36 && isFree(codes, end - 1, floor)) {
      last.from = end - 1 - zero
      last.money = true
      at = end - 1
      continue
    }
    const percent = codes[end - 1] === 37
    const stop = percent ? end - 1 : end
    const start = startOfDigits(codes, stop, floor)
    const money = start > floor && codes[start - 1] === 36
    const from = money ? start - 1 : start
    if (start === stop || !isFree(codes, from, floor)) return at - zero
    row.atoms.push({ from: from - zero, start: start - zero, end: stop - zero, money, percent })
    at = from
  }
  return at - zero
}

/** Is there a blank, or nothing, left of the place? Saves time: other figures are taken one token after another. */
function isFree(codes: Uint16Array, at: number, floor: number): boolean {
  return at <= floor || codes[at - 1] === 32
}

/** Where the digits, commas and points that end at `end` begin; `end` where they make no figure. */
function startOfDigits(codes: Uint16Array, end: number, floor: number): number {
  if (end <= floor || !isDigit(codes[end - 1] ?? 0)) return end
  let start = end - 1
  for (; start > floor; start--) {
    const code = codes[start - 1] ?? 0
    if (isDigit(code) || code === 44) continue
    if (code !== 46) break
    // Dots in a row are a leader.
    if (codes[start] === 46) return end
  }
  return codes[start] === 44 ? end : start
}

/** Saves time, as `isFree` does. */
function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
