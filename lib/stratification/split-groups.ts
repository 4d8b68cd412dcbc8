import type { Grid, GridColumn } from '../grid/grid.ts'
import { remember } from '../remember.ts'
import { groupIn, withoutGroup } from './loan-group.ts'

/** Columns side by side that speak of one loan group, from `from` up to `to`, exclusive. */
type Run = { group: string | null; from: number; to: number }

/** Two groups have two columns each at least. */
const FEWEST_COLUMNS = 4

/**
 * The tables of each loan group, where a table prints groups side by side under the same headers; else the table alone.
 *
 * >                    Group 1                Group 2
 *   Occupancy     Loans     Balance      Loans     Balance          two tables of two columns, with the same labels
 *   Primary          12   1,204,000         30   4,011,000
 *
 * Columns of a whole pool beside them, under words of their own, are a table too. The group's name may head only one of
 * its columns, as words set over their middle do.
 */
export function splitGroups(grid: Grid): Grid[] {
  if (grid.columns.length < FEWEST_COLUMNS) return [grid]
  const runs = findRepeats(grid.columns) ?? findRuns(grid.columns)
  const [first] = runs
  if (first === undefined || runs.length < 2 || first.to - first.from < 2) return [grid]
  const heads = runs.map(({ from, to }) => grid.columns.slice(from, to).map(headOf).join('\n'))
  const named = new Set(runs.flatMap(({ group }) => group ?? []))
  if (named.size < 2 || named.size < runs.length - 1 || heads.some(head => head !== heads[0])) return [grid]
  return runs.map(({ from, to }) => ({
    ...grid,
    columns: grid.columns.slice(from, to),
    rows: grid.rows.map(row => ({ ...row, cells: row.cells.slice(from, to) })),
  }))
}

const headWithoutGroup = remember(header => withoutGroup(header).toLowerCase())
const headOf = ({ header }: GridColumn) => headWithoutGroup(header)

/**
 * Runs of the same headers in the same order, over and over, each naming one group of its own and at most the last none;
 * null where there are no such.
 */
function findRepeats(columns: readonly GridColumn[]): Run[] | null {
  const heads = columns.map(headOf)
  const length = heads.findIndex((head, order) => order > 0 && head === heads[0])
  if (length < 2 || heads.length % length !== 0) return null
  if (heads.some((head, order) => head !== heads[order % length])) return null
  const runs: Run[] = []
  for (let from = 0; from < columns.length; from += length) {
    const to = from + length
    const said = new Set(columns.slice(from, to).flatMap(({ header }) => groupIn(header) ?? []))
    if (said.size > 1) return null
    runs.push({ group: [...said][0] ?? null, from, to })
  }
  const unnamed = runs.findIndex(({ group }) => group === null)
  return unnamed < 0 || unnamed === runs.length - 1 ? runs : null
}

function findRuns(columns: readonly GridColumn[]): Run[] {
  const runs: Run[] = []
  columns.forEach(({ header }, order) => {
    const group = groupIn(header)
    const last = runs[runs.length - 1]
    if (last !== undefined && last.group === group) last.to = order + 1
    else runs.push({ group, from: order, to: order + 1 })
  })
  return runs
}
