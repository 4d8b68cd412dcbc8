import type { Grid } from '../grid/grid.ts'
import type { Staged } from '../issues.ts'
import type { Issue, OtherTable, Stratification } from '../report.ts'
import { loanGroupTeller } from './loan-group.ts'
import { nameTables } from './name-tables.ts'
import { readStratification } from './read-stratification.ts'
import type { Refused } from './refuse-table.ts'
import { splitGroups } from './split-groups.ts'
import { thousandsTeller } from './tell-thousands.ts'

/** The tables of a filing: those that split a pool, and all others with the reason why they do not. */
export type ReadTables = { stratifications: Stratification[]; otherTables: OtherTable[] }

/**
 * Read the grids of a filing, in the order they are printed.
 *
 * Issues are those of `readStratification`; a table that is no stratification raises none, it says why itself.
 */
export function readStratifications(grids: Iterable<Grid>): Staged<ReadTables> {
  const tellLoanGroup = loanGroupTeller()
  const tellThousands = thousandsTeller()
  const tables: Omit<Stratification, 'id'>[] = []
  const otherTables: OtherTable[] = []
  const issues: Issue[] = []
  for (const printed of grids)
    for (const grid of splitWhereRead(printed)) {
      const reading = readStratification(grid, tellLoanGroup(grid), tellThousands(grid))
      if ('stratification' in reading) {
        tables.push(reading.stratification)
        for (const issue of reading.issues) issues.push(issue)
      } else if (isWorthKeeping(grid)) otherTables.push(keepOther(grid, reading))
    }
  return { value: { stratifications: nameTables(tables), otherTables }, issues }
}

/** Groups side by side are tables of their own where each of them splits its pool; else the table stays as printed. */
function splitWhereRead(grid: Grid): Grid[] {
  const parts = splitGroups(grid)
  const isRead = (part: Grid) => 'stratification' in readStratification(part, null, null)
  return parts.length > 1 && parts.every(isRead) ? parts : [grid]
}

/** Lists that merely end in a small number, as contents do, are no tables. */
function isWorthKeeping(grid: Grid): boolean {
  if (grid.columns.length > 1) return true
  return grid.rows.some(row => row.cells.some(cell => cell !== null && /[.,]/.test(cell.text)))
}

/** The table as it is printed: headers first, then its rows. */
function keepOther(grid: Grid, { kind, reason }: Refused): OtherTable {
  const header = [grid.stub?.text ?? '', ...grid.columns.map(column => column.header)]
  const rows = grid.rows.map(row => [row.label?.text ?? '', ...row.cells.map(cell => cell?.text ?? '')])
  for (const { text } of grid.tail) rows.push([text])
  const title = grid.title.map(({ text }) => text).join(' ')
  const hasHeader = header.some(text => text !== '')
  return {
    kind,
    title: title === '' ? null : title,
    rows: hasHeader ? [header, ...rows] : rows,
    reason,
    at: grid.at,
  }
}
