import { readStateCode } from '../dimensions/index.ts'
import { withoutContinued } from '../grid/continued.ts'
import type { Cell, Grid, GridRow } from '../grid/grid.ts'
import { isMark } from '../grid/text/figure-token.ts'
import { titleGoesOn } from '../grid/title-goes-on.ts'
import { issue } from '../issues.ts'
import type { Decision } from '../reading/decision.ts'
import { decideDimension } from '../reading/dimension.ts'
import type { SplitFacts } from '../reading/facts.ts'
import { narrowedLoansIn } from '../reading/narrowed-loans.ts'
import type { Bucket, Column, Issue, Stratification } from '../report.ts'
import { nameOfMark } from '../values/index.ts'
import { refutesByFigures } from './agrees-with-figures.ts'
import { type ReadColumn, refutedBy } from './column-reading.ts'
import type { DocumentFacts } from './document-subject.ts'
import { splitRows } from './find-total.ts'
import { mostDecimals } from './footing.ts'
import { holdsColumns } from './holds-columns.ts'
import { readRanges } from './label-range.ts'
import { labelsOfBody } from './labels-of.ts'
import { withoutGroupAtEnd } from './loan-group.ts'
import { readColumns } from './read-columns.ts'
import { figureFor, placeOfFigure, readCell, readFigures } from './read-figures.ts'
import type { ReadTable, Refused, SplitRows } from './read-table.ts'
import { refuseCurrency } from './refuse-currency.ts'
import { isOfPool, refuseSubject } from './refuse-subject.ts'
import { refuseTable } from './refuse-table.ts'
import { refuseRowByItself } from './rows-by-themselves.ts'
import { findRowsOfNoGroup } from './rows-of-no-group.ts'
import { withoutWholes } from './rows-with-parts.ts'
import { noScales, type ScalesAbove } from './said-scales.ts'
import { isGroupHeading, withoutKind } from './say-group.ts'
import { scaleRanges } from './scale-ranges.ts'
import { splitTitle } from './split-title.ts'
import { marksOf, takeMarks, type Unmarked } from './take-marks.ts'
import { withoutOrnaments } from './without-ornaments.ts'

/** A stratification still without its id, or why the table is none. */
export type Reading =
  | {
      stratification: Omit<Stratification, 'id'>
      issues: Issue[]
      /** By what the dollars of the labels are multiplied, where words tell a scale. */
      labelScale: Decision<number> | null
    }
  | Refused

/**
 * Read a grid as a stratification, or say why it is none.
 *
 * Raises `column-is-not-understood`, `column-repeats-a-measure`, `column-is-of-a-part`, `figures-contradict-header`,
 * `header-may-head-another-column`, `extreme-or-average-is-not-certain`, `value-is-not-readable`,
 * `figure-may-be-of-another-column`, `label-may-hold-figures`, `words-may-head-rows`, `row-may-be-of-no-group`,
 * `row-stands-below-the-total`, `title-is-not-a-known-dimension`.
 */
export function readStratification(
  grid: Grid,
  loanGroup: string | null,
  scales: ScalesAbove = noScales,
  document: DocumentFacts = OF_A_POOL,
): Reading {
  return readAsSplit(readTable(grid, scales), loanGroup, document)
}

const OF_A_POOL: DocumentFacts = {
  subject: () => 'pool',
  currency: () => null,
  nouns: () => new Map(),
  isTotalOfPool: () => false,
  above: () => [],
}

/** The same of a table whose rows, columns and split are known. */
export function readAsSplit(table: ReadTable, loanGroup: string | null, document: DocumentFacts): Reading {
  const refused =
    refuseTable(table) ??
    refuseSubject(table, document) ??
    refuseCurrency(table, document.currency) ??
    refuseRowByItself(table, () => isOfPool(table, document))
  if (refused !== null) return refused
  const issues: Issue[] = []
  const described = describeTable(table, issues)
  const { buckets, total } = readBody(table, issues)
  readRanges(table.dimension, buckets, { ...described, years: table.scales.years }, issues)
  for (const { text, at } of table.grid.below ?? [])
    issues.push(issue('row-stands-below-the-total', { printed: text }, at))
  const labelScale = scaleRanges(described, table.dimension, buckets, issues, table.scales.money)
  return { stratification: { ...described, loanGroup, buckets, total }, issues, labelScale }
}

/** What a grid is about, and what its columns measure. */
export function readTable(grid: Grid, scales: ScalesAbove): ReadTable {
  const figures = readFigures(grid)
  const rows = withoutWholes(figures, splitRows(grid, figures))
  const title = readTitle(grid)
  const split = decideDimension(splitFacts(grid, title, rows))
  return {
    grid,
    title,
    split,
    dimension: split.chosen,
    figures,
    rows,
    scales,
    columns: readColumns(grid, figures, rows, scales),
  }
}

function splitFacts(grid: Grid, title: Unmarked, rows: SplitRows): SplitFacts {
  const stub = grid.stub === null ? null : takeMarks(grid.stub.text, marksOf(grid)).text
  // The words for the loans are not those for what these are split by.
  const words = title.text.replace(narrowedLoansIn(title.text)?.words ?? '', '')
  return { title: withoutKind(words), stub, labels: labelsOfBody(grid, rows.body) }
}

/** The title's lines but for names of groups that stand by themselves; where none is printed, the header over the labels, else a heading. */
function readTitle(grid: Grid): Unmarked {
  const known = marksOf(grid)
  const { title } = splitTitle(grid)
  const lines = title.filter((line, order) => {
    const above = title[order - 1]
    const isOfTitle = above !== undefined && titleGoesOn(above.text, line.text)
    return title.length === 1 || isOfTitle || !isGroupHeading(line.text)
  })
  const printed =
    lines.length > 0
      ? lines
      : [grid.stub ?? grid.headings[grid.headings.length - 1]].flatMap(cell => cell ?? [])
  const taken = printed.map(line => takeMarks(withoutOrnaments(line.text), known))
  const words = taken.map(line => withoutContinued(line.text)).join(' ')
  return {
    text: lines.length > 0 ? words : withoutGroupAtEnd(words) || words,
    marks: taken.flatMap(line => line.marks),
  }
}

/** Everything but the figures. */
function describeTable(table: ReadTable, issues: Issue[]) {
  const { grid, title, dimension } = table
  if (dimension === null) issues.push(explainNoDimension(table))
  return {
    dimension: dimension?.id ?? null,
    title: title.text,
    marks: title.marks,
    stub: describeStub(grid),
    columns: table.columns.map((column, order) => describeColumn(table, column, order, issues)),
    footnotes: grid.notes,
    at: grid.at,
  }
}

function describeStub(grid: Grid): Stratification['stub'] {
  if (grid.stub === null) return null
  const header = withoutGroupAtEnd(takeMarks(grid.stub.text, marksOf(grid)).text)
  return header === '' ? null : { header, at: grid.stub.at }
}

/** Nothing is named, or what is named does not fit the rows, or two names do. */
function explainNoDimension({ grid, title, split }: ReadTable): Issue {
  const at = placeOfTitle(grid)
  const { candidates } = split
  if (candidates.length === 0) return issue('title-is-not-a-known-dimension', { title: title.text }, at)
  const names = [...new Set(candidates.map(({ value }) => value.name.toLowerCase()))]
  const against = candidates.flatMap(({ verdicts }) => verdicts.filter(({ says }) => says === 'contradicts'))
  const why = against[0]?.why ?? 'Nothing in the rows sets them apart.'
  return issue('dimension-is-not-certain', { title: title.text, names, why }, at)
}

function placeOfTitle({ title, stub, at }: Grid): Cell['at'] {
  return title[0]?.at ?? stub?.at ?? { line: at.line, start: at.start, end: at.start }
}

function describeColumn(
  { grid, figures, columns }: ReadTable,
  column: ReadColumn,
  order: number,
  issues: Issue[],
): Column {
  const { measure, header, scale } = column
  const at = grid.columns[order]?.at ?? grid.at
  if (measure === null)
    issues.push(explainNoMeasure(column, columns, header === '' ? placeOfFigures(grid, order) : at))
  const decimals = mostDecimals(figures, order)
  const described = { measure: measure?.id ?? null, header, unit: measure?.unit ?? null, decimals, at }
  if (scale === undefined) return described
  return scale === 1000 && described.unit === 'cents'
    ? { ...described, scale, thousands: true }
    : { ...described, scale }
}

/** Why a column has no measure: what its header says is not certain, is ruled out, is there already, or is not known. */
function explainNoMeasure(column: ReadColumn, columns: readonly ReadColumn[], at: Cell['at']): Issue {
  const { header } = column
  if (refutedBy(column, NO_SCALE) !== null) return issue('scale-is-not-certain', { header }, at)
  const repeated = refutedBy(column, REPEATS)?.value
  const first =
    repeated && columns.find(one => one.measure === repeated || refutedBy(one, NO_SCALE)?.value === repeated)
  if (first) return issue('column-repeats-a-measure', { header, first: first.header }, at)
  if (refutedBy(column, PART) !== null) return issue('column-is-of-a-part', { header }, at)
  if (column.inDoubt) return issue('header-may-head-another-column', { header }, at)
  if (refutedBy(column, EXTREME) !== null) return issue('extreme-or-average-is-not-certain', { header }, at)
  if (refutedBy(column, refutesByFigures) !== null) return issue('figures-contradict-header', { header }, at)
  return issue('column-is-not-understood', { header }, at)
}

const NO_SCALE: ReadonlySet<string> = new Set(['scale'])
const REPEATS: ReadonlySet<string> = new Set(['repeats'])
const EXTREME: ReadonlySet<string> = new Set(['extreme'])
const PART: ReadonlySet<string> = new Set(['of-a-part'])

/** A column without header is shown where its first figure stands, and one without figures too, with its table. */
function placeOfFigures(grid: Grid, order: number): Cell['at'] {
  for (const { cells } of grid.rows) {
    const cell = cells[order]
    if (cell) return cell.at
  }
  return placeOfTitle(grid)
}

function readBody(table: ReadTable, issues: Issue[]): Pick<Stratification, 'buckets' | 'total'> {
  const known = marksOf(table.grid)
  const { body, total } = table.rows
  const buckets: Bucket[] = []
  // A heading over all rows tells none of them from the others.
  const ofNone = findRowsOfNoGroup(table.grid.rows, body)
  const headings = body.map(index =>
    ofNone.has(index) ? '' : takeMarks(headingOf(table, index) ?? '', known).text,
  )
  const isParted = new Set(headings).size > 1
  for (const [order, index] of body.entries()) {
    const row = table.grid.rows[index]
    const heading = headings[order]
    if (row === undefined) continue
    const bucket = readBucket(table, row, index, known, issues)
    if (ofNone.has(index)) {
      const facts = { label: bucket.label, heading: headingOf(table, index) ?? '' }
      issues.push(issue('row-may-be-of-no-group', facts, bucket.at))
    }
    buckets.push(isParted && heading ? { ...bucket, heading } : bucket)
  }
  return { buckets, total: total === null ? null : readTotal(table, total, issues) }
}

/** The words over a row's group, or the label of the row that it is a part of. */
function headingOf({ grid, rows }: ReadTable, index: number): string | null {
  const whole = rows.wholeOf?.get(index)
  return grid.rows[index]?.group ?? (whole === undefined ? null : (grid.rows[whole]?.label?.text ?? null))
}

function readBucket(
  table: ReadTable,
  row: GridRow,
  index: number,
  known: ReadonlySet<string>,
  issues: Issue[],
): Bucket {
  const { text: label, marks } = takeMarks(row.label?.text ?? '', known)
  const { dimension } = table
  const code = dimension?.buckets === 'state' ? readStateCode(label) : null
  judgeLabel(label, row, issues)
  if (row.open !== undefined) {
    const facts = {
      words: row.open.words.text,
      label: row.open.label.text,
      isHeading: row.label === row.open.label,
    }
    issues.push(issue('words-may-head-rows', facts, row.open.words.at))
  }
  const { values, places } = readValues(table, row, index, issues)
  return { label, range: null, code, marks, values, places, at: row.label?.at ?? row.at }
}

/** No name of a total goes on in a figure, so the columns lack one: `Total 4,925`. */
const TOTAL_AND_FIGURE = /^(?:grand |sub-?)?totals?:?\s+[$(]?\d/i

function readTotal(table: ReadTable, index: number, issues: Issue[]): Stratification['total'] {
  const row = table.grid.rows[index]
  if (row === undefined) return null
  const label = row.label === null ? null : takeMarks(row.label.text, marksOf(table.grid)).text
  if (label !== null && TOTAL_AND_FIGURE.test(label))
    issues.push(issue('label-may-hold-figures', { label }, row.label?.at ?? row.at))
  return { label, ...readValues(table, row, index, issues), at: row.label?.at ?? row.at }
}

/** A mark in a figure's place, of which a note says what it stands for: "* Less than 0.1%". */
function isSaidInNote({ text }: Cell, { notes }: Grid): boolean {
  const mark = isMark(text) ? nameOfMark(text) : null
  return mark !== null && notes.some(note => note.mark === mark)
}

/** A balance or a number by thousands with a percent behind it, or before it: figures of columns. */
const OF_COLUMNS = /\d,\d{3}\b.*\d ?%|\d ?%.*\d,\d{3}\b/

/** Tell of a label that holds what its columns lack. */
function judgeLabel(label: string, row: GridRow, issues: Issue[]): void {
  const lacksFigures = row.cells.includes(null)
  if (!holdsColumns(label) && !(lacksFigures && OF_COLUMNS.test(label))) return
  issues.push(issue('label-may-hold-figures', { label }, row.label?.at ?? row.at))
}

/** Values and places of a row by measure; what is not printed is not there, what is not readable is null. */
function readValues(
  table: ReadTable,
  row: GridRow,
  index: number,
  issues: Issue[],
): Pick<Bucket, 'values' | 'places'> {
  const values: Bucket['values'] = {}
  const places: Bucket['places'] = {}
  const figures = table.figures[index]
  for (const { text, at } of row.astray ?? [])
    issues.push(issue('figure-may-be-of-another-column', { printed: text }, at))
  for (let order = 0; order < table.columns.length; order++) {
    const column = table.columns[order]
    const measure = column?.measure
    if (!column || !measure) continue
    const cell = row.cells[order]
    const isRead = cell && !isSaidInNote(cell, table.grid)
    const figure = cell && figureFor(measure, cell, figures?.[order] ?? null)
    values[measure.id] = isRead ? readCell(cell, figure ?? null, measure, column, issues) : null
    if (cell) places[measure.id] = placeOfFigure(cell, figure)
  }
  return { values, places }
}
