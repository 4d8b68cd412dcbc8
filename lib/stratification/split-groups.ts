import type { Grid, GridColumn } from '../grid/grid.ts'
import { remember } from '../remember.ts'
import { nameAcross } from './across-columns.ts'
import { groupIn, withoutGroup } from './loan-group.ts'
import { findNamedRuns, type NamedRun } from './named-runs.ts'
import { findShareRuns } from './share-runs.ts'

/** Columns side by side that speak of one loan group, from `from` up to `to`, exclusive. */
type Run = { group: string | null; from: number; to: number }

/** Two groups have two columns each at least; where words without a number name them, a pool that they come to is a third. */
const FEWEST_COLUMNS = 3
const FEWEST_SHARES = 2

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
export function splitGroups(printed: Grid): Grid[] {
  const grid = nameAcross(printed)
  const shares = grid.columns.length >= FEWEST_SHARES ? findShareRuns(grid) : null
  if (shares !== null) {
    const sharesOf = shares.flatMap(({ name }) => name ?? []).join(', ')
    return shares.map(run => ({ ...cutNamed(grid, run), sharesOf }))
  }
  if (grid.columns.length < FEWEST_COLUMNS || !mayRepeat(grid.columns)) return [grid]
  const runs = findNumberedRuns(grid.columns)
  if (runs !== null) return runs.map(run => cutRun(grid, run))
  const named = findNamedRuns(grid)
  if (named === null) return [grid]
  return named.map(run => cutNamed(grid, run))
}

function cutNamed(grid: Grid, { heads, name, ...run }: NamedRun): Grid {
  const cut = cutRun(grid, run)
  const columns = cut.columns.map((column, order) => ({ ...column, header: heads[order] ?? column.header }))
  return { ...cut, columns, ofLoans: name }
}

/** A name of a group at the end of a header, which ends otherwise without it. */
const NAMED_LAST = /\b(?:group|pool) \S{1,4}$/i

/** Do headers end in the same words twice over, as under groups? Saves time: those of most tables do not. */
function mayRepeat(columns: readonly GridColumn[]): boolean {
  const ends = new Set<string>()
  for (const { header } of columns) {
    if (NAMED_LAST.test(header)) return true
    ends.add(header.slice(header.lastIndexOf(' ') + 1).toLowerCase())
  }
  return ends.size * 2 <= columns.length
}

function cutRun(grid: Grid, { from, to }: Pick<Run, 'from' | 'to'>): Grid {
  return {
    ...grid,
    columns: grid.columns.slice(from, to),
    rows: grid.rows.map(row => ({ ...row, cells: row.cells.slice(from, to) })),
  }
}

function findNumberedRuns(columns: readonly GridColumn[]): Run[] | null {
  const runs = findRepeats(columns) ?? findRuns(columns)
  const [first] = runs
  if (first === undefined || runs.length < 2 || first.to - first.from < 2) return null
  const heads = runs.map(({ from, to }) => ownHeads(columns.slice(from, to)))
  const named = new Set(runs.flatMap(({ group }) => group ?? []))
  const areAlike = heads.every(head => head === heads[0])
  return named.size >= 2 && named.size >= runs.length - 1 && areAlike ? runs : null
}

/** A share of a group and one of the pool beside it are the same measure: `% of Group`, `% of Pool`. */
const OF_WHOLE =
  /(?<=%|\bpercent(?:age)?) of (?:the )?(?:(?:total|aggregate|loan|mortgage) )*(?:groups?|pool|total)$/i

const headWithoutGroup = remember(header => withoutGroup(header).toLowerCase().replace(OF_WHOLE, ''))
const headOf = ({ header }: GridColumn) => headWithoutGroup(header)

/**
 * Runs of the same headers in the same order, over and over, each naming one group of its own and at most the last none;
 * null where there are no such. The words that all headers of a run begin with stand over the run.
 *
 * > Group I Mortgage Loans         All Mortgage Loans
 *   Number   Balance      %        Number   Balance      %
 */
function findRepeats(columns: readonly GridColumn[]): Run[] | null {
  const count = columns.length
  for (let length = 2; length * 2 <= count; length++) {
    const runs = count % length === 0 ? runsOf(columns, length) : null
    if (runs !== null) return runs
  }
  return null
}

function runsOf(columns: readonly GridColumn[], length: number): Run[] | null {
  const runs: Run[] = []
  let heads: string | null = null
  for (let from = 0; from < columns.length; from += length) {
    const own = columns.slice(from, from + length)
    heads ??= ownHeads(own)
    const said = new Set(own.flatMap(({ header }) => groupIn(header) ?? []))
    if (said.size > 1 || ownHeads(own) !== heads) return null
    runs.push({ group: [...said][0] ?? null, from, to: from + length })
  }
  const unnamed = runs.findIndex(({ group }) => group === null)
  return unnamed < 0 || unnamed === runs.length - 1 ? runs : null
}

/** The headers of a run, one a line, without the words that stand over all of them and without its group. */
function ownHeads(columns: readonly GridColumn[]): string {
  const words = columns.map(column => headOf(column).split(' '))
  const [first = []] = words
  const isShared = (at: number) => words.every(own => at < own.length - 1 && own[at] === first[at])
  let shared = 0
  while (isShared(shared)) shared++
  return words.map(own => own.slice(shared).join(' ')).join('\n')
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
