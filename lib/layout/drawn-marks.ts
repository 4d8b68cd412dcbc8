import { isSamePlace } from '../addresses/place-address.ts'
import type { Evidence } from '../evidence/describe-place.ts'
import { hasFigure } from '../grid/html/draw-table.ts'
import type { Drawn, DrawnCell } from '../grid/html/drawn.ts'
import type { Place } from '../report.ts'
import { type Mark, marksOf } from './mark-line.ts'

/** A printed text of a drawn stretch; text between tables covers no columns. */
type Printed = { at: Place; text: string; columns: Pick<DrawnCell, 'column' | 'colspan'> | null }

/**
 * The chosen figure, its row's label and its column's heading among the texts of drawn tables, each with the place of
 * the whole text. The label and heading of a report may run over cells of other columns, as markup goes; these do not.
 */
export function marksInDrawn(drawn: Drawn, evidence: Evidence): Mark[] {
  if (evidence.table !== null && isSamePlace(evidence.at, evidence.table)) return []
  const printed = drawn.flatMap(listPrinted)
  const figure = findFigure(printed, evidence)
  const last = figure[figure.length - 1]
  return [
    ...figure.map(({ at }) => mark(at, 'figure')),
    ...findLabel(printed, evidence, last).map(({ at }) => mark(at, 'label')),
    ...findHeading(printed, evidence.header, last).map(({ at }) => mark(at, 'header')),
  ]
}

/** Marks for the lines of markup: the figure as far as it is printed, label and heading as they were found drawn. */
export function marksInMarkup(drawn: Drawn, evidence: Evidence): Mark[] {
  const found = marksInDrawn(drawn, evidence)
  if (found.length === 0) return marksOf(evidence)
  if (evidence.kind === 'header' || evidence.kind === 'label') return found
  const own = marksOf(evidence).filter(({ role }) => role === 'figure')
  return [...own, ...found.filter(({ role }) => role !== 'figure')]
}

function listPrinted(part: Drawn[number]): Printed[] {
  if (part.kind === 'text') return [{ at: part.at, text: part.text, columns: null }]
  return part.rows.flat().flatMap(cell => (cell.at ? [{ at: cell.at, text: cell.text, columns: cell }] : []))
}

function mark(at: Place, role: Mark['role']): Mark {
  return { at, role, shape: 'run' }
}

function findFigure(printed: Printed[], { kind, at }: Evidence): Printed[] {
  if (kind === 'header') return findHeading(printed, at, undefined)
  const touched = printed.filter(one => touches(one.at, at))
  return kind === 'label' ? touched.filter(isWords) : touched
}

function isWords({ text, columns }: Printed): boolean {
  return columns === null || !hasFigure({ text, column: columns.column })
}

function findLabel(printed: Printed[], { label }: Evidence, figure: Printed | undefined): Printed[] {
  if (label === null) return []
  const left = figure?.columns?.column ?? Number.POSITIVE_INFINITY
  return printed.filter(one => touches(one.at, label) && (one.columns?.column ?? 0) < left)
}

/** Those over the figure's columns; where none is, or no figure is chosen, those over the last, which is the nearest. */
function findHeading(printed: Printed[], at: Place | null, figure: Printed | undefined): Printed[] {
  if (at === null) return []
  const touched = printed.filter(one => touches(one.at, at))
  const over = touched.filter(one => figure !== undefined && sharesColumn(one, figure))
  const last = touched[touched.length - 1]
  return over.length > 0 || last === undefined ? over : touched.filter(one => sharesColumn(one, last))
}

function sharesColumn({ columns: a }: Printed, { columns: b }: Printed): boolean {
  if (a === null || b === null) return a === b
  return a.column < b.column + b.colspan && b.column < a.column + a.colspan
}

/** Whether two places have a character in common, however many lines they run over. */
function touches(a: Place, b: Place): boolean {
  return startsBefore(a, b) && startsBefore(b, a)
}

function startsBefore(a: Place, b: Place): boolean {
  const last = b.lastLine ?? b.line
  return a.line < last || (a.line === last && a.start < b.end)
}
