import { type Figure, powerOfTen, readFigure } from '../../values/index.ts'
import { isTotalLabel } from '../total-label.ts'
import type { RowLine } from './row-atoms.ts'
import { readRowLine } from './row-line.ts'
import { codedAt, fromAt, type ScannedLines, shapeAt, startsNote, textAt, toAt } from './scan-lines.ts'

/** So many lines may stand between the first sum and the total of all. */
const MOST_TO_TOTAL = 200
/** So many columns must come to the total; one may do so by chance. */
const FEWEST_ADDED = 2

/**
 * Where the total of all stands below a sum that is of a group: those of other groups follow it, with nothing between the
 * last of them and what they all add up to. Null where there is none, and the sum ends its table.
 *
 * > FIXED RATE
 *   Full               150        30,000,000
 *   Total              150        30,000,000     this one
 *   ADJUSTABLE RATE
 *   Full               100        20,000,000
 *   Total              100        20,000,000
 *   Total              250        50,000,000
 */
export function findTotalOfSums(scan: ScannedLines, sum: RowLine): number | null {
  const sums = [figuresOf(scan, sum)]
  let isBelowSum = false
  const end = Math.min(scan.last, sum.index + MOST_TO_TOTAL)
  for (let index = sum.index + 1; index < end; index++) {
    const shape = shapeAt(scan, index)
    if (shape === 'blank' || shape === 'rule') continue
    if (shape !== 'text' || startsNote(scan, index)) return null
    const row = readRowLine(codedAt(scan, index), index, fromAt(scan, index), toAt(scan, index))
    if (row === null) {
      if (!keepsToLabels(scan, sum, index)) return null
      isBelowSum = false
      continue
    }
    const isSum = row.to === row.from || isTotalLabel(textAt(scan, index).slice(0, row.to - row.from))
    if (!isSum) {
      isBelowSum = false
      continue
    }
    const figures = figuresOf(scan, row)
    if (isBelowSum) return isTotalOfAll(sums, figures) ? index : null
    sums.push(figures)
    isBelowSum = true
  }
  return null
}

/** Saves time: the header of another table ends the search. */
function keepsToLabels(scan: ScannedLines, { atoms }: RowLine, index: number): boolean {
  return toAt(scan, index) <= (atoms[0]?.start ?? 0)
}

function figuresOf(scan: ScannedLines, { index, atoms }: RowLine): (Figure | null)[] {
  const line = scan.lines[index] ?? ''
  return atoms.map(({ start, end }) => readFigure(line.slice(start, end)))
}

/**
 * Do sums come to a total, in columns enough? Shares are rounded, counts and amounts are not; half a unit a figure is the
 * most that rounding takes. Averages that one row prints and others do not stand behind what adds up. Sums that are a hundred
 * percent each are of tables of their own.
 */
function isTotalOfAll(sums: readonly (Figure | null)[][], total: readonly (Figure | null)[]): boolean {
  const isHundred = (figure: Figure | null | undefined) =>
    !!figure && figure.decimals > 0 && figure.digits === 100 * (powerOfTen(figure.decimals) ?? 1)
  if (total.some((_, order) => sums.every(figures => isHundred(figures[order])))) return false
  const added = total.filter((whole, order) => {
    const parts = sums.map(figures => figures[order] ?? null)
    if (!whole || whole.digits === 0 || parts.some(part => part?.decimals !== whole.decimals)) return false
    const digits = parts.reduce((sum, part) => sum + (part?.digits ?? 0), 0)
    const rounding = whole.decimals === 0 ? 0 : (sums.length + 1) / 2
    return Math.abs(digits - whole.digits) <= rounding
  })
  return added.length >= FEWEST_ADDED
}
