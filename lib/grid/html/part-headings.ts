import { comesAgain } from '../comes-again.ts'
import { isTotalLabel } from '../total-label.ts'
import { WIDTH } from './figure-cell.ts'
import type { FigureRow } from './figure-row.ts'
import type { LaidCell } from './lay-out-table.ts'

/**
 * The rows without the cells that head them, where these stand in a column of their own left of the labels; each keeps the one
 * that it is headed by as `over`. As they are where no column heads rows.
 *
 * > <tr><td>Owner Occupied</td><td>Single Family</td><td>16</td>     spans rows, is blank below, or comes again in each
 *   <tr><td></td>              <td>Condominium</td>  <td>13</td>
 *
 *   <tr><td>Group 1</td><td>180</td><td>8</td>                       labels may be figures
 *   <tr><td>Group 1</td><td>360</td><td>233</td>
 */
export function partHeadings(rows: readonly FigureRow[]): FigureRow[] {
  const figures = rows.filter(({ line }) => line.atoms.length > 0)
  const columns = findWordColumns(figures) ?? findFigureColumns(figures)
  if (columns === null) return [...rows]
  let heading = ''
  return rows.map(row => {
    const [over, ...words] = row.words
    if (over === undefined || row.line.atoms.length === 0 || over.left !== columns.headings) return row
    const isLabelled = words.length > 0 || (columns.areFigures && firstOf(row) === columns.labels)
    // The name of the group alone, behind its rows: it stands beside their sum.
    if (!isLabelled) return over.text === heading ? withoutCell(row, over, []) : row
    heading = over.text
    return { ...withoutCell(row, over, words), over }
  })
}

/** Where headings and labels begin. */
type Columns = { headings: number; labels: number; areFigures: boolean }

/** Without the row's first words; those that are left are of its label. */
function withoutCell(row: FigureRow, cell: LaidCell, words: LaidCell[]): FigureRow {
  const end = words[words.length - 1]
  const line = { ...row.line, to: end === undefined ? 0 : end.right * WIDTH - 1 }
  return { ...row, cells: row.cells.filter(one => one !== cell), words, line }
}

const isSum = ({ words }: FigureRow) => words.length === 0 || words.some(({ text }) => isTotalLabel(text))
const firstOf = ({ line }: FigureRow) => line.atoms[0]?.cell.left ?? -1

/**
 * Columns of headings and labels of words: some headings span rows, or rows have a label alone, right of where others
 * have two, or headings come again.
 */
function findWordColumns(rows: readonly FigureRow[]): Columns | null {
  const labelled = rows.filter(row => !isSum(row))
  const both = labelled.filter(({ words }) => words.length > 1)
  const [over, label] = both[0]?.words ?? []
  if (over === undefined || label === undefined) return null
  const columns = { headings: over.left, labels: label.left, areFigures: false }
  if (both.some(({ words: [first] }) => first?.left === over.left && first.rowspan > 1)) return columns
  const alone = labelled.filter(({ words }) => words.length === 1)
  const areParted =
    both.every(
      ({ words }) => words.length === 2 && words[0]?.left === over.left && words[1]?.left === label.left,
    ) && alone.every(({ words: [first] }) => first?.left === label.left || first?.left === over.left)
  if (!areParted) return null
  const isBlankBelow = alone.length > 0 && alone.every(({ words: [first] }) => first?.left === label.left)
  return isBlankBelow ||
    comesAgain(
      both.map(({ words: [first, last] }) => ({ heading: first?.text ?? '', label: last?.text ?? '' })),
    )
    ? columns
    : null
}

/** The same of labels that are figures: rows that have them and no words, or headings that come again over them. */
function findFigureColumns(rows: readonly FigureRow[]): Columns | null {
  const headed = rows.filter(row => row.words.length === 1 && !isSum(row))
  const [over] = headed[0]?.words ?? []
  const [first] = headed
  if (over === undefined || first === undefined) return null
  const labels = firstOf(first)
  const count = first.line.atoms.length
  const isFull = (row: FigureRow) => row.line.atoms.length === count && firstOf(row) === labels
  if (!headed.every(row => row.words[0]?.left === over.left && isFull(row))) return null
  const others = rows.filter(row => !headed.includes(row))
  const columns = { headings: over.left, labels, areFigures: true }
  const bare = others.filter(({ words }) => words.length === 0)
  const below = bare.filter(isFull)
  const [, second] = rows
  const isHeadedFirst = rows[0] === first && second !== undefined && below.includes(second)
  if (
    isHeadedFirst &&
    below.length >= headed.length &&
    below.length > 1 &&
    others.every(row => row.words.length === 0 || !isFull(row))
  )
    return columns
  if (others.some(isFull) || others.length === 0) return null
  return comesAgain(
    headed.map(row => ({ heading: row.words[0]?.text ?? '', label: row.line.atoms[0]?.figure ?? '' })),
  )
    ? columns
    : null
}
