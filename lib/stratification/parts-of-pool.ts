import { issue } from '../issues.ts'
import type { Issue, Stratification } from '../report.ts'
import { nameIn } from './across-columns.ts'

/** A table without its id, and the headings that stand above it, the nearest last. */
export type HeadedTable = { table: Omit<Stratification, 'id'>; headings: readonly string[] }

/** Tables that print the same totals, which are of the same loans. */
type Pool = { tables: HeadedTable[]; totals: Totals }
type Totals = { loanCount: number | null; balanceCents: number | null }

const MEASURES = ['loanCount', 'balanceCents'] as const
const LONGEST_NAME = 80
/** A filing with more sets of tables than this is no pool in parts; all are held against all. */
const MOST_POOLS = 200
/** How far a balance in whole dollars may be from the sum of the parts, in cents a part. */
const ROUNDING = 100

/**
 * Tell the parts of a pool from the pool where no words do: one of three or more sets of tables prints the totals that the
 * others come to, and is the pool's. The others are loan groups by the headings that part them.
 *
 * >  Sub-Pool A         250     $50,000,750
 *    Sub-Pool B         500    $100,001,500
 *    Aggregate Pool     750    $150,002,250      the sum of the others
 *
 * Where sets of the same splits stand under headings of their own and none is the sum of the others, all are groups.
 * Raises `pool-is-not-printed` then. Tables are changed in place.
 */
export function namePartsOfPool(headed: readonly HeadedTable[]): Issue[] {
  const unnamed = headed.filter(({ table }) => table.loanGroup === null)
  if (unnamed.length === 0) return nameWholeOfGroups(headed)
  const pools = findPools(unnamed)
  const whole = pools.length > 2 ? pools.find(pool => isSumOf(pool, without(pools, pool))) : undefined
  if (whole === undefined && !splitAlike(pools)) return []
  const names = nameAll(pools, whole)
  if (names === null) return []
  spread(unnamed, pools, names)
  const [first] = unnamed
  if (whole !== undefined || first === undefined) return []
  return [
    issue('pool-is-not-printed', { groups: [...names.values()].flatMap(name => name ?? []) }, first.table.at),
  ]
}

/**
 * Where all tables have a group by their words, those whose totals are the sum of all others are of the pool: "Group 1 Loans
 * (Aggregate)" over 1-A and 1-B, or a section under words that name no group, after the last that does.
 */
function nameWholeOfGroups(headed: readonly HeadedTable[]): Issue[] {
  const pools = [...Map.groupBy(headed, ({ table }) => table.loanGroup).values()].flatMap(findPools)
  if (pools.length < 3 || pools.length > MOST_POOLS) return []
  const whole = pools.find(pool => isSumOf(pool, without(pools, pool)))
  for (const { table } of whole?.tables ?? []) table.loanGroup = null
  return []
}

const without = (pools: readonly Pool[], pool: Pool) => pools.filter(other => other !== pool)

/** The tables by the totals that they print, none where there are too many; a lone one beside sets of several is one with a total misprinted. */
function findPools(headed: readonly HeadedTable[]): Pool[] {
  const pools: Pool[] = []
  for (const one of headed) {
    const totals = totalsOf(one)
    if (totals.loanCount === null && totals.balanceCents === null) continue
    const known = pools.find(pool => isSame(pool.totals, totals))
    if (known === undefined) {
      if (pools.length === MOST_POOLS) return []
      pools.push({ tables: [one], totals })
    } else {
      known.tables.push(one)
      known.totals = {
        loanCount: known.totals.loanCount ?? totals.loanCount,
        balanceCents: known.totals.balanceCents ?? totals.balanceCents,
      }
    }
  }
  const several = pools.filter(({ tables }) => tables.length > 1)
  return several.length > 0 ? several : pools
}

function totalsOf({ table: { total } }: HeadedTable): Totals {
  return { loanCount: total?.values.loanCount ?? null, balanceCents: total?.values.balanceCents ?? null }
}

/** One of both totals is the same, and none differs. */
function isSame(one: Totals, other: Totals): boolean {
  const both = MEASURES.filter(measure => one[measure] !== null && other[measure] !== null)
  return both.length > 0 && both.every(measure => one[measure] === other[measure])
}

/** Do the others' totals come to those of the pool, in all that they print? */
function isSumOf({ totals }: Pool, parts: readonly Pool[]): boolean {
  const shown = MEASURES.filter(measure =>
    [totals, ...parts.map(part => part.totals)].every(one => one[measure] !== null),
  )
  return (
    shown.length > 0 &&
    shown.every(measure => {
      const sum = parts.reduce((all, part) => all + (part.totals[measure] ?? 0), 0)
      const allowed = measure === 'balanceCents' ? ROUNDING * parts.length : 0
      return Math.abs(sum - (totals[measure] ?? 0)) <= allowed
    })
  )
}

/**
 * Do two or more sets of tables split their loans by the same dimensions, in the same order? Sets of one table each are told
 * apart only by headings that name a kind of loans.
 */
function splitAlike(pools: readonly Pool[]): boolean {
  const splits = pools.map(({ tables }) =>
    tables.map(({ table }) => table.dimension ?? table.title).join('\n'),
  )
  const isTold = (pools[0]?.tables.length ?? 0) > 1 || pools.every(pool => nameIn(headingOf(pool) ?? ''))
  return pools.length > 1 && isTold && new Set(splits).size === 1
}

/** The heading over each set of tables, null for the whole pool; null where headings do not tell the parts apart. */
function nameAll(pools: readonly Pool[], whole: Pool | undefined): Map<Pool, string | null> | null {
  const names = new Map(pools.map(pool => [pool, pool === whole ? null : (headingOf(pool) ?? '')] as const))
  const parts = [...names.values()].filter(name => name !== null)
  return parts.includes('') || new Set(parts).size < parts.length ? null : names
}

function headingOf({ tables: [first] }: Pool): string | null {
  const heading = first?.headings.findLast(text => text !== first.table.title)
  return heading === undefined || heading.length > LONGEST_NAME || !/[A-Za-z]/.test(heading) ? null : heading
}

/** Give each table its group: those that print no total, or a misprinted one, are of the group that goes on around them. */
function spread(
  headed: readonly HeadedTable[],
  pools: readonly Pool[],
  names: ReadonlyMap<Pool, string | null>,
) {
  const poolOf = new Map(pools.flatMap(pool => pool.tables.map(one => [one, pool] as const)))
  let [current] = pools
  for (const one of headed) {
    current = poolOf.get(one) ?? current
    one.table.loanGroup = current === undefined ? null : (names.get(current) ?? null)
  }
}
