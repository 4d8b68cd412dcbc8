import type { Cell } from '../grid/grid.ts'
import { remember } from '../remember.ts'
import { readRange } from '../values/index.ts'
import { addsUp, addsUpToHundred, sumColumn } from './footing.ts'
import { holdsColumns } from './holds-columns.ts'
import { impliesOneWhole } from './implies-one-whole.ts'
import { isCrossed } from './is-crossed.ts'
import { matchSummary } from './match-summary.ts'
import { matchOtherKind, type OtherKind } from './other-kinds.ts'
import type { ReadTable, Refused } from './read-table.ts'

/**
 * Say why a table is not a stratification, or null when it is one.
 *
 * A stratification has a column of loans, balances or shares that splits a pool: its rows add up to the total or to a
 * hundred. Where the title names a dimension and two such columns have a total, one may fail to add up; checks say so.
 */
export function refuseTable(table: ReadTable): Refused | null {
  const kind = kindByWords(table)
  const sums = additiveColumns(table)
  if (kind !== null && !(kind.yields && table.dimension !== null && sums.length > 0)) return kind
  if (isMatrix(table)) return { kind: 'matrix', reason: 'Its columns are ranges of a second dimension.' }
  const splitsByName = !table.grid.isPlain && table.dimension !== null && sums.length > 0
  const summary = splitsByName ? null : matchSummary(table)
  if (summary !== null) return summary
  if (table.grid.isPlain)
    return { kind: 'table', reason: 'Its rows mix words and figures, which tables of a pool do not.' }
  if (
    table.grid.rows.some(({ label, cells }) =>
      isBesideAnother(
        label,
        sums.map(order => cells[order]),
      ),
    )
  )
    return { kind: 'table', reason: 'Figures that columns print stand in its labels.' }
  if (sums.length === 0 && isCrossed(table))
    return { kind: 'matrix', reason: 'Its columns are parts of a second dimension.' }
  if (sums.length === 0 && table.columns.some(({ inDoubt }) => inDoubt))
    return { kind: 'table', reason: 'The words of its header may belong to neighbouring columns.' }
  const byLabels = sums.length === 0 ? matchOtherKind(labelsOf(table)) : null
  if (byLabels !== null) return byLabels
  if (sums.length === 0)
    return { kind: 'table', reason: 'It has no column of loans, balances or shares of a pool.' }
  if (table.rows.body.length === 0) return { kind: 'table', reason: 'It has no rows but sums.' }
  const isNamed = sums.some(order => table.columns[order]?.header !== '')
  if (!isNamed && (table.dimension === null || sums.length < 2))
    return { kind: 'table', reason: 'No header says what its columns mean.' }
  const hasDoubleProof = table.dimension !== null || sums.length > 1 || table.rows.total !== null
  if (hasDoubleProof && sums.some(order => splitsPool(table, order))) return null
  if (table.dimension !== null && table.rows.total === null && impliesOneWhole(table)) return null
  if (table.dimension !== null && hasTotals(table, sums)) return null
  // What shows that a row by itself is the whole pool may stand in other tables: `refuseRowByItself`.
  if (table.grid.rows.length === 1 && isNamed) return null
  return { kind: 'table', reason: 'Its rows do not break down a pool: no column adds up to a total.' }
}

/**
 * Does a label hold figures of columns, in a row that has its own? They are of a table beside this one, while a row
 * that lacks what its label holds is told as `label-may-hold-figures`.
 */
function isBesideAnother(label: Cell | null, own: readonly (Cell | null | undefined)[]): boolean {
  return label !== null && own.some(cell => cell) && holdsColumns(label.text)
}

/** Titles speak of the table always, and first; headers and headings only where the title does not name a dimension. */
function kindByWords(table: ReadTable): OtherKind | null {
  const { grid, title, dimension } = table
  const own = matchOtherKind(`${title.text} ${grid.stub?.text ?? ''}`)
  if (own !== null || dimension !== null) return own
  const near = grid.headings.slice(-2).map(({ text }) => text)
  const headers = grid.columns.map(({ header }) => header)
  const said = matchOtherKind([...near, ...headers].join(' '))
  if (!said?.headsPools) return said
  return matchOtherKind(headers.join(' '))
}

const LONGEST_LABELS = 1000

function labelsOf({ grid }: ReadTable): string {
  let labels = ''
  for (const { label } of grid.rows)
    if (label !== null && labels.length < LONGEST_LABELS) labels += ` ${label.text}`
  return labels.slice(0, LONGEST_LABELS)
}

/** At least two columns headed by ranges or bounds. */
function isMatrix({ grid }: ReadTable): boolean {
  let ranges = 0
  for (const { header } of grid.columns) if (isRangeHeader(header)) ranges++
  return ranges > 1
}

const BETWEEN_BOUNDS = /^\d[\d.,]*%?\s*<=?\s*\w*\s*<=?\s*\d/

/** `60.01 - 70.00`, `LTV <= 70` and `70 < LTV <= 80`; a number alone may be a year. */
const isRangeHeader = remember(header => {
  const range = readRange(header.replace(/^[A-Z]{2,5}\s*(?=[<>=≤≥\d])/, ''), 'percent')
  return range === null ? BETWEEN_BOUNDS.test(header) : range.low !== range.high
})

function additiveColumns({ columns }: ReadTable): number[] {
  return columns.flatMap(({ measure }, order) => (measure?.additive ? [order] : []))
}

function splitsPool({ figures, rows, columns }: ReadTable, order: number): boolean {
  const sum = sumColumn(figures, rows, order)
  if (sum === null || sum.sum === 0) return false
  return addsUp(sum) || (columns[order]?.measure?.unit === 'percent' && addsUpToHundred(sum))
}

/** Two sums with a total, or a share whose total is a hundred. */
function hasTotals({ figures, rows, columns }: ReadTable, sums: readonly number[]): boolean {
  if (rows.total === null || rows.body.length < 2) return false
  const totals = figures[rows.total] ?? []
  const printed = sums.filter(order => totals[order])
  const isHundred = (order: number) => totals[order]?.digits === 100 * 10 ** (totals[order]?.decimals ?? 0)
  return (
    printed.length > 1 ||
    printed.some(order => columns[order]?.measure?.unit === 'percent' && isHundred(order))
  )
}
