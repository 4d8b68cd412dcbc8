import { waysToAdd } from '../checks/loan-group-families.ts'
import { largest, smallest } from '../extremes.ts'
import type { Bucket, PoolFigure, PoolSummary, Stratification } from '../report.ts'
import { tablesOfGroup } from '../statistics/index.ts'
import { type AveragedKind, averagedKinds } from './averaged-kinds.ts'
import { stateTable } from './largest-state.ts'
import { mayLack } from './may-lack.ts'
import { newFigure } from './new-figure.ts'
import type { PoolInput } from './pool-input.ts'
import { roundAverage, widenAverage } from './round-average.ts'
import { quotient } from './total-figures.ts'

const find = ({ figures }: PoolSummary, id: string) => figures.find(figure => figure.id === id) ?? null
const figureValue = (group: PoolSummary, id: string) => find(group, id)?.value ?? null

/** The sum of what every group has; null where one has none. */
function sumOf(groups: readonly PoolSummary[], id: string): number | null {
  const values = groups.map(group => figureValue(group, id)).filter(value => value !== null)
  return values.length === groups.length ? values.reduce((sum, value) => sum + value, 0) : null
}

/** The groups that are added, for each way in which they make up the pool. */
function familiesOf(groups: readonly PoolSummary[]): PoolSummary[][] {
  const byName = new Map(groups.map(group => [group.loanGroup, group]))
  const names = groups.flatMap(({ loanGroup }) => loanGroup ?? [])
  return waysToAdd(names).map(way => way.flatMap(name => byName.get(name) ?? []))
}

function weightedOver(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return values.reduce((sum, value, order) => sum + value * (weights[order] ?? 0), 0) / total
}

function mayLackIn({ stratifications }: PoolInput, { loanGroup }: PoolSummary, kind: AveragedKind['kind']) {
  return kind.measure !== null && mayLack(tablesOfGroup(stratifications, loanGroup), kind.measure)
}

/**
 * What a group's average may be, where it is weighed with others: what exact rows give; else as stated, which is rounded by up
 * to half of its last place; else what bounds it. Where a check of it fails, all of these.
 */
export function endsOfAverage(
  figure: Pick<PoolFigure, 'stated' | 'computed' | 'bounds' | 'from' | 'decimals' | 'check'>,
): [number, number] | null {
  const { stated, computed, bounds, from, decimals, check } = figure
  const half = 0.5 / 10 ** decimals
  const known = [
    computed === null || from !== 'rows' ? null : ([computed, computed] as const),
    stated === null ? null : ([stated - half, stated + half] as const),
    bounds ?? (computed === null ? null : ([computed, computed] as const)),
  ].filter(ends => ends !== null)
  const counted = check?.outcome === 'fail' ? known : known.slice(0, 1)
  if (counted.length === 0) return null
  return [smallest(counted.map(([low]) => low)), largest(counted.map(([, high]) => high))]
}

/** The one figure that a group's average is known by; null where it is no more than bounded. */
const middleOf = ({ computed, from, value }: PoolFigure) => (from === 'rows' ? computed : value)

/**
 * An average over groups that all have it, weighed by their balances, with what rounding left of it; bounded where one of them
 * is no more than that. Where loans may lack the figure, no more is known than that it lies between the groups'.
 */
function averageOver(
  input: PoolInput,
  groups: readonly PoolSummary[],
  { id, kind }: AveragedKind,
): PoolFigure | null {
  const weights = groups.map(group => figureValue(group, 'balance') ?? 0)
  const figures = groups.map(group => find(group, id)).filter(figure => figure !== null)
  const [first] = figures
  if (!first || figures.length < groups.length || weights.some(weight => weight <= 0)) return null
  const decimals = figures.reduce((least, one) => Math.min(least, one.decimals), first.decimals)
  const known = { id, unit: first.unit, decimals, from: 'groups' as const }
  const ends = figures.map(endsOfAverage).filter(one => one !== null)
  if (ends.length < figures.length) return null
  if (groups.some(group => mayLackIn(input, group, kind))) {
    const [least, most] = [smallest(ends.map(([low]) => low)), largest(ends.map(([, high]) => high))]
    return newFigure({ ...known, from: null, bounds: widenAverage([least, most]) })
  }
  const over = (values: readonly number[]) => weightedOver(values, weights)
  const bounds: [number, number] = [over(ends.map(([low]) => low)), over(ends.map(([, high]) => high))]
  const middles = figures.map(middleOf).filter(middle => middle !== null)
  const computed = middles.length === figures.length ? roundAverage(over(middles)) : null
  const isExact = ends.every(([low, high]) => low === high)
  return newFigure({ ...known, computed, bounds: isExact && computed !== null ? null : widenAverage(bounds) })
}

/** The balance of a state in a table; what a residual row may hold of it where the table does not name it. */
function balanceIn(table: Stratification, code: string): { named: number; atMost: number } | null {
  const sum = (rows: readonly Bucket[]) =>
    rows.reduce((all, { values }) => all + (values.balanceCents ?? Number.NaN), 0)
  const named = sum(table.buckets.filter(bucket => bucket.code === code))
  const others = sum(table.buckets.filter(bucket => bucket.code === 'other' || bucket.code === null))
  const isNamed = table.buckets.some(bucket => bucket.code === code)
  return Number.isNaN(named + others) ? null : { named, atMost: isNamed ? named : named + others }
}

/** The largest state over groups whose tables of states all name it, where no other can have more. */
function largestStateOver(input: PoolInput, groups: readonly PoolSummary[]): PoolFigure | null {
  const tables = groups.flatMap(({ loanGroup }) => stateTable(input, loanGroup) ?? [])
  const total = sumOf(groups, 'balance')
  if (tables.length < groups.length || !total) return null
  const codes = [...new Set(tables.flatMap(({ buckets }) => buckets.flatMap(({ code }) => code ?? [])))]
  const sums = codes
    .filter(code => code !== 'other')
    .flatMap(code => {
      const found = tables.flatMap(table => balanceIn(table, code) ?? [])
      if (found.length < tables.length) return []
      const add = (side: 'named' | 'atMost') => found.reduce((sum, one) => sum + one[side], 0)
      return [{ code, named: add('named'), atMost: add('atMost') }]
    })
  const [first] = sums
  if (!first) return null
  const top = sums.reduce((a, b) => (b.named > a.named ? b : a), first)
  const isSure = sums.every(one => one === top || one.atMost <= top.named)
  if (!isSure || top.named < top.atMost) return null
  return newFigure({
    id: 'largest-state',
    unit: 'percent',
    decimals: 2,
    computed: roundAverage((100 * top.named) / total),
    from: 'groups',
    code: top.code,
  })
}

/** What a family of loan groups comes to: sums, and averages weighed by balance. */
function addFamily(input: PoolInput, groups: readonly PoolSummary[]): PoolFigure[] {
  const sums = (['balance', 'loans'] as const).map(id => {
    const sum = sumOf(groups, id)
    const [first] = groups.map(group => find(group, id))
    if (sum === null || !first) return null
    return newFigure({ id, unit: first.unit, decimals: first.decimals, computed: sum, from: 'groups' })
  })
  const [balance, loans] = sums
  const average = quotient(balance?.value ?? null, loans?.value ?? null)
  return [
    ...sums,
    average === null
      ? null
      : newFigure({ id: 'average', unit: 'cents', decimals: 2, computed: average, from: 'quotient' }),
    ...averagedKinds.map(kind => averageOver(input, groups, kind)),
    largestStateOver(input, groups),
  ].filter(figure => figure !== null)
}

/** Do two families come to the same pool? Then it is no matter which of them is added. */
function isSamePool(one: readonly PoolFigure[], other: readonly PoolFigure[]): boolean {
  return ['balance', 'loans'].every(id => {
    const [a, b] = [one, other].map(figures => figures.find(figure => figure.id === id)?.value ?? null)
    return a === null || b === null || a === b
  })
}

/**
 * What is known of the whole pool, with what its loan groups come to where the filing prints no more: balance and loans
 * added, averages weighed by balance. Nothing is added where groups do not come to a balance that is printed, or where two
 * ways to split the pool come to different ones.
 */
export function withGroupsAdded(
  input: PoolInput,
  whole: readonly PoolFigure[],
  groups: readonly PoolSummary[],
): PoolFigure[] {
  const [added = [], ...others] = familiesOf(groups).map(family => addFamily(input, family))
  if (!others.every(other => isSamePool(added, other))) return [...whole]
  if (!isSamePool(whole, added)) return [...whole]
  const known = new Map(whole.map(figure => [figure.id, figure]))
  return [...new Set([...shownIds, ...known.keys()])].flatMap(
    id => known.get(id) ?? added.find(figure => figure.id === id) ?? [],
  )
}

const shownIds = ['balance', 'loans', 'average', ...averagedKinds.map(({ id }) => id), 'largest-state']
