import { waysToAdd } from '../checks/loan-group-families.ts'
import { largest, smallest } from '../extremes.ts'
import type { Bucket, PoolFigure, PoolSummary, Stratification } from '../report.ts'
import { tablesOfGroup } from '../statistics/index.ts'
import { type AveragedKind, averagedKinds } from './averaged-kinds.ts'
import { stateTable } from './largest-state.ts'
import { mayLack } from './may-lack.ts'
import { newFigure } from './new-figure.ts'
import type { PoolInput } from './pool-input.ts'
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

const weightedOver = (
  groups: readonly PoolSummary[],
  weights: readonly number[],
  of: (group: PoolSummary) => number,
) => {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return groups.reduce((sum, group, order) => sum + of(group) * (weights[order] ?? 0), 0) / total
}

const round = (value: number) => Number(value.toFixed(6))

function mayLackIn({ stratifications }: PoolInput, { loanGroup }: PoolSummary, kind: AveragedKind['kind']) {
  return kind.measure !== null && mayLack(tablesOfGroup(stratifications, loanGroup), kind.measure)
}

/** The least and the most that a figure may be: one that is stated is rounded by up to half of its last place. */
function endsOf({ value, bounds, stated, decimals }: PoolFigure): number[] {
  if (value === null) return bounds ?? []
  const half = stated === null ? 0 : 0.5 / 10 ** decimals
  return [value - half, value + half]
}

/**
 * An average over groups that all have it, weighed by their balances; bounded where one of them is no more than that. Where
 * loans may lack the figure, no more is known than that it lies between the groups'.
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
  const figureOf = (group: PoolSummary) => find(group, id)
  if (groups.some(group => mayLackIn(input, group, kind))) {
    const ends = figures.map(endsOf)
    const [least, most] = [
      smallest(ends.map(([low = Number.NaN]) => low)),
      largest(ends.map(([, high = Number.NaN]) => high)),
    ]
    return newFigure({ ...known, from: null, bounds: [round(least), round(most)] })
  }
  if (figures.every(({ value }) => value !== null))
    return newFigure({
      ...known,
      computed: round(weightedOver(groups, weights, group => figureOf(group)?.value ?? 0)),
    })
  const endOf = (side: 0 | 1) => (group: PoolSummary) => {
    const figure = figureOf(group)
    return figure ? (endsOf(figure)[side] ?? Number.NaN) : Number.NaN
  }
  const bounds: [number, number] = [
    round(weightedOver(groups, weights, endOf(0))),
    round(weightedOver(groups, weights, endOf(1))),
  ]
  return bounds.every(Number.isFinite) ? newFigure({ ...known, bounds }) : null
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
    computed: round((100 * top.named) / total),
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
