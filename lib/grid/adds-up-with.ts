import { powerOfTen, readFigure } from '../values/index.ts'
import type { Grid } from './grid.ts'

/** A sum in units of the last printed place, and how many figures are rounded in it. */
type Sum = { digits: number; decimals: number; figures: number }

/**
 * Does the total below the second rows come to those of both, so that they are one table over two pages?
 *
 * > State         Loans                         State         Loans
 *   Arizona          40                         Texas            60
 *   Nevada           30                         Total           130
 *
 * At least one column says so, and no column of the second comes to the total by itself. False where one label is in
 * both, for no table prints a row twice.
 */
export function addsUpWith(first: Grid, second: Grid): boolean {
  const total = second.rows[second.rows.length - 1]
  if (total === undefined || second.rows.length < 2) return false
  const labels = new Set(first.rows.map(({ label }) => label?.text))
  if (second.rows.some(({ label }) => labels.has(label?.text))) return false
  const body = { ...second, rows: second.rows.slice(0, -1) }
  let isWhole = false
  for (let column = 0; column < second.columns.length; column++) {
    const whole = sumOf({ ...second, rows: [total] }, column)
    const [above, below] = [sumOf(first, column), sumOf(body, column)]
    if (whole === null || below === null || whole.digits === 0) continue
    if (comesTo([below], whole)) return false
    if (above !== null && comesTo([above, below], whole)) isWhole = true
  }
  return isWhole
}

/** Null where a row prints no figure. */
function sumOf({ rows }: Pick<Grid, 'rows'>, column: number): Sum | null {
  const sum: Sum = { digits: 0, decimals: 0, figures: rows.length }
  for (const { cells } of rows) {
    const figure = readFigure(cells[column]?.text ?? '')
    if (figure === null) return null
    const decimals = Math.max(sum.decimals, figure.decimals)
    sum.digits = inPlaces(sum, decimals) + inPlaces(figure, decimals)
    sum.decimals = decimals
  }
  return sum
}

function inPlaces({ digits, decimals }: Pick<Sum, 'digits' | 'decimals'>, places: number): number {
  return digits * (powerOfTen(places - decimals) ?? Number.NaN)
}

/** Shares are rounded, counts and amounts are not; half a unit a figure is the most that rounding takes. */
function comesTo(parts: readonly Sum[], whole: Sum): boolean {
  const decimals = parts.reduce((most, part) => Math.max(most, part.decimals), whole.decimals)
  const sum = parts.reduce((all, part) => all + inPlaces(part, decimals), 0)
  const figures = parts.reduce((all, part) => all + part.figures, 1)
  const most = decimals === 0 ? 0 : figures / 2
  return Math.abs(sum - inPlaces(whole, decimals)) <= most
}
