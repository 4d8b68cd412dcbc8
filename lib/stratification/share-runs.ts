import { largest, smallest } from '../extremes.ts'
import type { Grid, GridColumn } from '../grid/grid.ts'
import type { Measure } from '../measures/index.ts'
import { splitRows } from './find-total.ts'
import { addsUpToHundred, sumColumn } from './footing.ts'
import { loansOver } from './loans-over.ts'
import type { NamedRun } from './named-runs.ts'
import { readHeader } from './read-columns.ts'
import { type Figures, readFigures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'

/**
 * Columns of shares alone, each of the loans of one group; null where there are no such.
 *
 * >  State        Group 1 %    Group 2 %    Total %
 *    California       41.22        30.00      36.73       three tables of one column, each to a hundred
 *    Texas            58.78        70.00      63.27
 *
 * What the pool has of a row lies between what its groups have of it.
 */
export function findShareRuns(grid: Grid): NamedRun[] | null {
  const { columns } = grid
  const runs: NamedRun[] = []
  const names = new Set<string | null>()
  let shared: Measure | null = null
  for (const [order, column] of columns.entries()) {
    const name = loansOver(column.header)
    if (name === undefined || names.has(name)) return null
    names.add(name)
    const head = headOf(column, name, grid)
    const measure = head === null ? null : readHeader(head).measure
    if (head === null || (shared !== null && measure !== shared)) return null
    shared = measure
    runs.push({ name, heads: [head], from: order, to: order + 1 })
  }
  const groups = runs.filter(({ name }) => name !== null)
  if (groups.length < FEWEST_GROUPS) return null
  const figures = readFigures(grid)
  const rows = splitRows(grid, figures)
  const isHundred = ({ from }: NamedRun) => {
    const sum = sumColumn(figures, rows, from)
    return sum !== null && addsUpToHundred(sum)
  }
  return runs.every(isHundred) && liesBetween(runs, figures, rows) ? runs : null
}

const FEWEST_GROUPS = 2

/**
 * The header as it is printed, where that tells a share; else without the name of its loans, and where nothing else is
 * there, the words of the title that tell one.
 *
 * > Geographic Distribution (percent of aggregate balance)
 *   State           Group I     Group II
 */
function headOf({ header }: GridColumn, name: string | null, { title }: Grid): string | null {
  const rest = header
    .replace(name ?? header, '')
    .replace(/\s+/g, ' ')
    .trim()
  const inTitle = title.flatMap(({ text }) => [IN_BRACKETS.exec(text)?.[1] ?? [], text].flat())
  const heads = [header, ...(rest === '' ? inTitle : [rest])]
  return heads.find(head => isShare(readHeader(head).measure)) ?? null
}

const IN_BRACKETS = /\(([^()]*)\)$/

function isShare(measure: Measure | null): boolean {
  return measure?.additive === true && measure.unit === 'percent'
}

/** Does the pool's share of each row lie between those of its groups, as a mean of them does? */
function liesBetween(runs: readonly NamedRun[], figures: Figures, rows: SplitRows): boolean {
  const whole = runs.find(({ name }) => name === null)
  if (whole === undefined) return true
  return rows.body.every(row => {
    const sizeAt = ({ from }: NamedRun) => {
      const figure = figures[row]?.[from]
      return figure ? figure.digits / 10 ** figure.decimals : 0
    }
    const parts = runs.filter(run => run !== whole).map(sizeAt)
    const lastPlace = 10 ** -(figures[row]?.[whole.from]?.decimals ?? 0)
    const own = sizeAt(whole)
    return own >= smallest(parts) - lastPlace && own <= largest(parts) + lastPlace
  })
}
