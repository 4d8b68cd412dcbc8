import type { Cell, Grid } from '../grid/grid.ts'
import { isMark, isMissingInWords } from '../grid/text/figure-token.ts'
import { issue } from '../issues.ts'
import type { Measure } from '../measures/index.ts'
import type { Issue, Place, Unit } from '../report.ts'
import {
  centsOf,
  countOf,
  type Figure,
  isDash,
  monthsOf,
  percentOf,
  ratioOf,
  readFigure,
  scoreOf,
} from '../values/index.ts'

/** A grid's figures taken apart, by row and column; null where none is printed or it is no number. */
export type Figures = (Figure | null)[][]

/** Take every figure of the grid apart, once. */
export function readFigures(grid: Grid): Figures {
  const figures = grid.rows.map(({ cells }) => {
    const row: (Figure | null)[] = []
    for (const cell of cells) row.push(cell === null || isMark(cell.text) ? null : readFigure(cell.text))
    return row
  })
  for (const [order, { percent }] of grid.columns.entries())
    if (percent && isAllInBrackets(figures, order))
      for (const row of figures) {
        const figure = row[order]
        if (figure) figure.digits = Math.abs(figure.digits)
      }
  return figures
}

/**
 * Are all percents of a column printed in brackets? Then these set them off, and none is less than nothing.
 *
 * > Primary       800     (81.6%)
 *   Investor      180     (18.4%)
 */
function isAllInBrackets(figures: Figures, order: number): boolean {
  let negative = 0
  for (const row of figures) {
    const digits = row[order]?.digits ?? 0
    if (digits > 0) return false
    if (digits < 0) negative++
  }
  return negative > 1
}

/** A figure in the unit, multiplied by the scale of its column; null when it cannot be one. */
export function figureInUnit(figure: Figure | null, unit: Unit, by = 1): number | null {
  switch (unit) {
    case 'count':
      return countOf(figure, by)
    case 'cents':
      return centsOf(figure, by)
    case 'percent':
      return percentOf(figure)
    case 'months':
      return monthsOf(figure, by)
    case 'score':
      return scoreOf(figure)
    case 'ratio':
      return ratioOf(figure)
    default:
      return null
  }
}

/**
 * The value a cell prints for a measure. A dash is zero in a sum and nothing in an average; "N/A" is nothing.
 *
 * Anything else that is no figure of the unit gives null and raises `value-is-not-readable`.
 */
export function readCell(
  cell: Cell,
  figure: Figure | null,
  measure: Measure,
  column: { header: string; scale?: number },
  issues: Issue[],
): number | null {
  if (!measure.additive && isDash(cell.text)) return null
  const value = figureInUnit(figure, measure.unit, column.scale)
  if (value === null && !NOT_AVAILABLE.test(cell.text) && !isMissingInWords(cell.text))
    issues.push(issue('value-is-not-readable', { printed: cell.text, header: column.header }, cell.at))
  return value
}

const NOT_AVAILABLE = /^(?:n\.?\/?a\.?|nap|nm)$/i

const DOLLAR = 36
const PERCENT = 37

/** The figure of a cell for a measure: a share of a pool is never less than nothing, so brackets only set it off. */
export function figureFor(measure: Measure, cell: Cell, figure: Figure | null): Figure | null {
  if (figure === null || figure.digits >= 0 || !measure.additive || measure.unit !== 'percent') return figure
  return SET_OFF.test(cell.text) ? { ...figure, digits: -figure.digits } : figure
}

/** A percent that brackets set off: > (15.70%)   [9 %] */
const SET_OFF = /^[([] ?(\d[\d.]{0,9}) ?% ?[)\]]$/

/**
 * Where the figure of a cell stands, without the signs that tables read cell by cell keep beside it, and without brackets
 * that make it no less than nothing.
 */
export function placeOfFigure({ text, at }: Cell, figure: Figure | null = null): Place {
  const setOff = figure !== null && figure.digits > 0 ? SET_OFF.exec(text)?.[1] : undefined
  if (setOff !== undefined && at.end - at.start === text.length) {
    const start = at.start + text.indexOf(setOff)
    return { ...at, start, end: start + setOff.length }
  }
  const isMoney = text.charCodeAt(0) === DOLLAR
  const isPercent = text.charCodeAt(text.length - 1) === PERCENT
  if ((!isMoney && !isPercent) || at.lastLine !== undefined || at.end - at.start !== text.length) return at
  const lead = isMoney ? text.length - text.slice(1).trimStart().length : 0
  const trail = isPercent ? text.length - text.slice(0, -1).trimEnd().length : 0
  return { line: at.line, start: at.start + lead, end: at.end - trail }
}
