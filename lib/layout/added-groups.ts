import { isAsPrinted, nameRows } from '../distributions/row-names.ts'
import { roundAverage } from '../pool/round-average.ts'
import type { Bucket, Column, Range, Stratification } from '../report.ts'
import type { SideBySide } from './side-by-side.ts'

/** What can be added; shares of the pool follow from it. */
const added = ['loanCount', 'balanceCents'] as const
type Added = (typeof added)[number]
const shareOf = { balancePct: 'balanceCents', countPct: 'loanCount' } as const

/** The sum of several tables, and which row of each of them each of its rows is added up from; null where one lacks it. */
export type AddedGroups = { table: Stratification; parts: (number | null)[][] }

/**
 * The tables of the loan groups that make up a pool, added row by row. A figure that one group does not tell is null: a row
 * that it lacks holds none of its loans only where nothing else that it prints may hold them. Null where they print neither
 * loans nor balances alike.
 */
export function addGroups({ tables, title, id, rows }: SideBySide): AddedGroups | null {
  const [first] = tables
  const columns = first ? sharedColumns(tables) : []
  if (!first || columns.length === 0) return null
  const total = addRows(tables.map(table => table.total ?? 'unknown'))
  const buckets = rows.flatMap(({ buckets: aligned }): Bucket[] => {
    const printed = tables.map((table, order) => table.buckets[aligned[order] ?? -1] ?? null)
    const own = printed.find(row => row !== null)
    if (!own) return []
    const parts = tables.map((table, order) => printed[order] ?? (lacks(table, own) ? 'none' : 'unknown'))
    return [{ ...own, marks: [], places: {}, values: withShares(addRows(parts), total, columns) }]
  })
  const table: Stratification = {
    id: `all-groups--${id}`,
    dimension: first.dimension,
    title,
    marks: [],
    loanGroup: null,
    stub: first.stub,
    columns,
    buckets,
    total: { label: null, values: withShares(total, total, columns), places: {}, at: first.at },
    footnotes: [],
    at: first.at,
  }
  return { table, parts: rows.map(({ buckets: aligned }) => aligned) }
}

const isResidual = ({ code }: Bucket) => code === 'other'

function sharedColumns(tables: readonly Stratification[]): Column[] {
  const has = (measure: string) =>
    tables.every(({ columns }) => columns.some(column => column.measure === measure))
  const wanted = [
    ...added.filter(has),
    ...(['balancePct', 'countPct'] as const).filter(pct => has(shareOf[pct])),
  ]
  return wanted.flatMap(measure => {
    const printed = tables.flatMap(({ columns }) => columns.find(column => column.measure === measure) ?? [])
    return printed[0] ?? []
  })
}

type Part = Pick<Bucket, 'values'> | 'none' | 'unknown'

function addRows(parts: readonly Part[]): Bucket['values'] {
  const sumOf = (measure: Added): number | null =>
    parts.reduce((sum: number | null, part) => {
      const value = part === 'none' ? 0 : part === 'unknown' ? null : (part.values[measure] ?? null)
      return sum === null || value === null ? null : sum + value
    }, 0)
  return Object.fromEntries(added.map(measure => [measure, sumOf(measure)]))
}

function withShares(values: Bucket['values'], total: Bucket['values'], columns: readonly Column[]) {
  const shares = Object.entries(shareOf).flatMap(([share, of]) => {
    const [part, whole] = [values[of] ?? null, total[of] ?? null]
    return columns.some(({ measure }) => measure === share) && part !== null && whole
      ? [[share, roundAverage((100 * part) / whole)]]
      : []
  })
  return { ...values, ...Object.fromEntries(shares) }
}

/** Does a table hold none of the loans of a row that it does not print? */
function lacks(table: Stratification, row: Bucket): boolean {
  const { range, code } = row
  if (table.cut || isResidual(row) || table.buckets.some(isResidual)) return false
  if (range !== null) return !table.buckets.some(other => other.range !== null && overlap(other.range, range))
  if (code !== null) return true
  const [own] = nameRows({ buckets: [row], dimension: table.dimension })
  const others = nameRows(table).map(({ key }) => key)
  return own !== undefined && ![own.key, ...others].some(isAsPrinted) && !others.includes(own.key)
}

function overlap(one: Range, other: Range): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one)
}

function startsBeforeEnd({ low, lowIncluded }: Range, { high, highIncluded }: Range): boolean {
  if (low === null || high === null || low < high) return true
  return low === high && lowIncluded && highIncluded
}
