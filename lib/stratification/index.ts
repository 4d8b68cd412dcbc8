import type { Grid } from '../grid/grid.ts'
import type { Staged } from '../issues.ts'
import type { Issue, OtherTable, Stratification } from '../report.ts'
import { isWorthKeeping, keepOther } from './keep-other.ts'
import { loanGroupTeller } from './loan-group.ts'
import { nameTables } from './name-tables.ts'
import { readStratification } from './read-stratification.ts'
import { scaleTeller } from './said-scales.ts'
import { speaksOfPool } from './speaks-of-pool.ts'
import { splitGroups } from './split-groups.ts'

/** The tables of a filing: those that split a pool, and all others with the reason why they do not. */
export type ReadTables = { stratifications: Stratification[]; otherTables: OtherTable[] }

/**
 * Read the grids of a filing, in the order they are printed.
 *
 * `lines` are the file's, for the signs that other tables print. Issues are those of the grids and of
 * `readStratification`; a table that is no stratification raises none of the latter, it says why itself.
 */
export function readStratifications(
  grids: Iterable<Grid>,
  lines: readonly string[] = [],
): Staged<ReadTables> {
  const tellLoanGroup = loanGroupTeller()
  const tellScales = scaleTeller()
  const isOfPool = speaksOfPool(lines)
  const tables: Omit<Stratification, 'id'>[] = []
  const otherTables: OtherTable[] = []
  const issues: Issue[] = []
  for (const printed of grids) {
    for (const issue of printed.issues ?? []) issues.push(issue)
    if (printed.rows.length === 0) continue
    for (const grid of splitWhereRead(printed)) {
      const reading = readStratification(grid, tellLoanGroup(grid), tellScales(grid), isOfPool)
      if ('stratification' in reading) {
        tables.push(reading.stratification)
        for (const issue of reading.issues) issues.push(issue)
      } else if (isWorthKeeping(grid)) otherTables.push(keepOther(grid, reading, lines))
    }
  }
  return { value: { stratifications: nameTables(tables), otherTables }, issues }
}

/** Groups side by side are tables of their own where each of them splits its pool; else the table stays as printed. */
function splitWhereRead(grid: Grid): Grid[] {
  const parts = splitGroups(grid)
  const isRead = (part: Grid) => 'stratification' in readStratification(part, null)
  return parts.length > 1 && parts.every(isRead) ? parts : [grid]
}
