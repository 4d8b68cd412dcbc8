import { matchDimension } from '../dimensions/index.ts'
import type { Cell, Grid, GridColumn } from '../grid/grid.ts'
import { matchMeasure } from '../measures/index.ts'
import { decideNamed } from '../reading/dimension.ts'
import { labelsOf } from './labels-of.ts'

/**
 * The table with its title, where that stands right on top of the header with no blank line between, and words of it were
 * taken for those of the columns below: one run of words that names what the rows split by, while every column below
 * is told by the words that are left to it.
 *
 * >          Original Loan-to-Value Ratios
 *                Number of       Principal      % of
 *   Range (%)        Loans         Balance   Balance
 */
export function withTitleOfHeader(grid: Grid, lines: readonly string[]): Grid {
  const top = topOfHeader(grid, lines)
  if (top === null || !namesSplit(top.text, grid) || grid.title.some(({ text }) => matchDimension(text)))
    return grid
  const columns = withoutWords(grid.columns, top.text.split(' '))
  if (columns === null) return grid
  const above = grid.title.at(-1)
  const isRightBelow = above !== undefined && top.at.line - (above.at.lastLine ?? above.at.line) === 1
  return isRightBelow
    ? { ...grid, columns, title: [...grid.title, top] }
    : { ...grid, columns, title: [top], headings: [...grid.headings, ...grid.title] }
}

/** The first line of the header over the columns, where one run of words is all that it prints. */
function topOfHeader({ columns, stub }: Grid, lines: readonly string[]): Cell | null {
  const [first] = columns
  if (first === undefined) return null
  const line = columns.reduce((least, { at }) => Math.min(least, at.line), first.at.line)
  if (stub !== null && stub.at.line <= line) return null
  const raw = lines[line - 1] ?? ''
  const text = raw.trim()
  if (!/^[A-Z](?:[^<\s]| (?! ))+$/i.test(text)) return null
  const start = raw.indexOf(text) + 1
  return { text, at: { line, start, end: start + text.length } }
}

function namesSplit(text: string, grid: Grid): boolean {
  const labels = labelsOf(grid)
  return decideNamed({ title: text, stub: null, labels }).chosen !== null
}

/** The columns without the words, each of which heads one of them now; null where others would be without a measure. */
function withoutWords(columns: readonly GridColumn[], words: readonly string[]): GridColumn[] | null {
  let taken = 0
  const left = columns.map(column => {
    let { header } = column
    const before = taken
    for (let word = words[taken]; word !== undefined && startsWith(header, word); word = words[taken]) {
      header = header.slice(word.length).trimStart()
      taken++
    }
    return taken === before ? column : { ...column, header }
  })
  const isTold = left.every(
    (column, order) => column === columns[order] || matchMeasure(column.header) !== null,
  )
  return taken === words.length && isTold ? left : null
}

const startsWith = (header: string, word: string) => header === word || header.startsWith(`${word} `)
