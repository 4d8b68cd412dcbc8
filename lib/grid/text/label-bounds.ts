import { endsInBoundWord } from './bound-words.ts'
import { endOfSigns } from './figure-token.ts'
import type { Atom, RowLine } from './row-atoms.ts'

/**
 * Move figures that end a range from the columns to the label.
 *
 * > 60.01 to 65.00      35        $150,000 -   $200,000      13        4.001 % -  6.000 %      20        1.20x  -  1.29x      9
 *            ^ label                         ^ label                                 ^ label                        ^ label
 */
export function giveBoundsToLabel(line: string, row: RowLine) {
  const first = row.atoms[0]
  const second = row.atoms[1]
  const third = row.atoms[2]
  if (first === undefined) return
  const dash =
    second !== undefined && isDashAt(line, second) && second.start - endOfSigns(line, first.end) <= 2
  if (dash && third !== undefined && !isDashAt(line, third) && isBare(line.slice(row.from, row.to))) {
    row.to = endOfBound(line, row, third)
    row.atoms.splice(0, 3)
  } else if (second !== undefined && isRatioBefore(line, row, first) && !isDashAt(line, second)) {
    row.to = endOfBound(line, row, second)
    row.atoms.splice(0, 2)
  } else if (row.to > row.from && opensRange(line, row, first)) {
    row.to = endOfBound(line, row, first)
    row.atoms.shift()
  }
}

/** Is the label a ratio, and the first figure a dash a blank or two behind it? */
function isRatioBefore(line: string, { from, to }: RowLine, first: Atom): boolean {
  return isDashAt(line, first) && first.start - to <= 2 && /^\d[\d.]*x$/i.test(line.slice(from, to))
}

/**
 * Where a bound ends, with a footnote mark behind it.
 *
 * > 90.01% - 95.00% (a)      100     20,000,000
 *                    ^
 */
function endOfBound(line: string, { atoms }: RowLine, bound: Atom): number {
  const end = endOfSigns(line, bound.end)
  const next = atoms[atoms.indexOf(bound) + 1]
  MARK.lastIndex = end
  const mark = MARK.exec(line)
  return mark === null || (next !== undefined && next.from < MARK.lastIndex) ? end : MARK.lastIndex
}

const MARK = / ?(?:\((?:\d{1,2}|[a-z])\)|\[(?:\d{1,2}|[a-z])\])(?= |$)/iy

/** Do the words want the figure after them? A hyphen glued to a bound, as in `60-`, does so only where it stands near. */
function opensRange(line: string, { from, to }: RowLine, figure: Atom): boolean {
  if (!endsInBoundWord(line.slice(from, to))) return false
  const beforeLast = line.charCodeAt(to - 2)
  const isGlued = to - from > 1 && beforeLast > 32 && !/[<>=a-z]/i.test(line.charAt(to - 1))
  return !isGlued || figure.from - to <= MOST_AFTER_HYPHEN
}

const MOST_AFTER_HYPHEN = 2

/** Is every figure an end of a range, as over the columns of a matrix: `0 - 60    60.01 - 80    80.01 - 100`? */
export function isHeadedByRanges(line: string, atoms: readonly Atom[]): boolean {
  if (atoms.length < 6 || atoms.length % 3 !== 0) return false
  return atoms.every((atom, order) => (order % 3 === 1) === isDashAt(line, atom))
}

/** Nothing, or an enumerating letter or number as in `b.      0 - 500`. */
function isBare(head: string): boolean {
  return head === '' || /^(?:[a-z]{1,2}|\d{1,3})[.)]$/i.test(head)
}

export function isDashAt(line: string, atom: Atom): boolean {
  const code = line.charCodeAt(atom.start)
  return atom.end - atom.start === 1 && (code === 45 || code === 0x2013 || code === 0x2014)
}
