import { cutText } from '../cut-text.ts'
import { issue } from '../issues.ts'
import type { Issue, Place } from '../report.ts'
import type { Cell, Grid, GridColumn, GridRow } from './grid.ts'
import { gridSettings } from './settings.ts'

/**
 * The grid with no more columns and no longer texts than `gridSettings` allow, and without rows where these are too many
 * for its columns. Nearly every grid comes back as it is.
 *
 * Adds the issues `columns-are-not-read`, `text-is-cut` and `table-is-too-large`. Places stay those of the whole texts.
 */
export function boundGrid(grid: Grid): Grid {
  if (isTooLarge(grid)) return withoutRows(grid)
  const issues: Issue[] = []
  const narrow = grid.columns.length > gridSettings.mostColumns ? withFirstColumns(grid, issues) : grid
  const bounded = withShortTexts(narrow, issues)
  return issues.length === 0 ? grid : { ...bounded, issues: [...(grid.issues ?? []), ...issues] }
}

/** The issue of a table whose columns from a place on are not read. */
export function columnsNotRead(read: number, at: Place): Issue {
  return issue('columns-are-not-read', { read }, at)
}

/** Saves room for what no filing prints. */
function isTooLarge({ rows, columns }: Grid): boolean {
  return rows.length * columns.length > gridSettings.mostCells
}

/** The grid without its rows, which says so. `rows` is their number where they have not even been made. */
export function withoutRows(grid: Grid, rows = grid.rows.length): Grid {
  const own = issue('table-is-too-large', { rows, columns: grid.columns.length }, grid.at)
  return { ...grid, rows: [], issues: [...(grid.issues ?? []), own] }
}

function withFirstColumns(grid: Grid, issues: Issue[]): Grid {
  const { mostColumns } = gridSettings
  const beyond = grid.columns[mostColumns]
  const first = grid.rows.find(({ cells }) => cells[mostColumns])?.cells[mostColumns]
  const at = beyond?.header ? beyond.at : (first?.at ?? grid.at)
  issues.push(columnsNotRead(mostColumns, at))
  return {
    ...grid,
    columns: grid.columns.slice(0, mostColumns),
    rows: grid.rows.map(row => ({ ...row, cells: row.cells.slice(0, mostColumns) })),
  }
}

function withShortTexts(grid: Grid, issues: Issue[]): Grid {
  const { longestHeader, longestText, longestNote } = gridSettings
  const short = <T extends Cell>(cell: T) => cutCell(cell, longestText, issues)
  const cutHeadings = new Set<string>()
  const heading = (row: GridRow) => cutHeading(row, cutHeadings, issues)
  return {
    ...grid,
    headings: mapLong(grid.headings, isLong, short),
    title: cutLines(grid.title, issues),
    stub: grid.stub && cutCell(grid.stub, longestHeader, issues),
    columns: mapLong(grid.columns, hasLongHeader, column => cutHeader(column, issues)),
    rows: mapLong(grid.rows, hasLongText, row => cutRow(row, short, heading)),
    tail: mapLong(grid.tail, isLong, short),
    ...(grid.below && { below: mapLong(grid.below, isLong, short) }),
    notes: mapLong(
      grid.notes,
      ({ text }) => text.length > longestNote,
      note => cutCell(note, longestNote, issues),
    ),
  }
}

/** The list with those of its items changed that are too long; the list itself where none is. */
function mapLong<T>(items: T[], isTooLong: (item: T) => boolean, change: (item: T) => T): T[] {
  return items.some(isTooLong) ? items.map(item => (isTooLong(item) ? change(item) : item)) : items
}

/** Saves room for what no filing prints. */
const isLong = ({ text }: Cell) => text.length > gridSettings.longestText
const hasLongHeader = ({ header }: GridColumn) => header.length > gridSettings.longestHeader

/** Saves room for what no filing prints. */
function hasLongText({ label, cells, group }: GridRow): boolean {
  const { longestText, longestHeading } = gridSettings
  if (label !== null && label.text.length > longestText) return true
  if (group !== null && group.length > longestHeading) return true
  for (const cell of cells) if (cell !== null && cell.text.length > longestText) return true
  return false
}

function cutCell<T extends Cell>(cell: T, most: number, issues: Issue[]): T {
  const { text: printed, at } = cell
  if (printed.length <= most) return cell
  issues.push(issue('text-is-cut', { printed, characters: most }, at))
  return { ...cell, text: cutText(printed, most) }
}

/** Words that span columns are cut over each of them; that is one issue. */
function cutHeader(column: GridColumn, issues: Issue[]): GridColumn {
  const { longestHeader: characters } = gridSettings
  const { header: printed, at } = column
  const last = issues[issues.length - 1]
  if (last?.at?.line !== at.line || last.at.start !== at.start)
    issues.push(issue('text-is-cut', { printed, characters }, at))
  return { ...column, header: cutText(printed, characters) }
}

function cutRow(
  row: GridRow,
  short: (cell: Cell) => Cell,
  heading: (row: GridRow) => string | null,
): GridRow {
  return {
    ...row,
    label: row.label && short(row.label),
    cells: row.cells.map(cell => cell && short(cell)),
    group: heading(row),
  }
}

/** All rows of a group hold its heading; that it is cut is one issue. */
function cutHeading({ group, at }: GridRow, cut: Set<string>, issues: Issue[]): string | null {
  const { longestHeading: characters } = gridSettings
  if (group === null || group.length <= characters) return group
  if (!cut.has(group)) issues.push(issue('text-is-cut', { printed: group, characters }, at))
  cut.add(group)
  return cutText(group, characters)
}

/** The first lines of a title, as many as it may have characters in all; the last of them cut. */
function cutLines(lines: Cell[], issues: Issue[]): Cell[] {
  const { longestText: characters } = gridSettings
  let left: number = characters
  for (const [order, line] of lines.entries()) {
    if (line.text.length > left) {
      issues.push(issue('text-is-cut', { printed: line.text, characters }, line.at))
      const whole = lines.slice(0, order)
      return left === 0 ? whole : [...whole, { ...line, text: cutText(line.text, left) }]
    }
    left -= line.text.length
  }
  return lines
}
