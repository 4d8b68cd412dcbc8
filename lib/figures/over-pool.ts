import { type WeighedGroup, weighShares } from '../distributions/index.ts'
import { onlyGroup } from '../pool/find-figure.ts'
import type { Stratification } from '../report.ts'
import type { FigureSource, Reading } from './figure-value.ts'
import { groupsOfPool, tablesOfAll } from './pool-tables.ts'

/** Answers some questions of a table, in their order; null where it does not tell. */
export type ReadTable = (table: Stratification) => readonly (Reading | null)[]

/**
 * The answers to some questions about all of a pool: as its tables give them, or where only its loan groups have such tables,
 * what these come to by their balances. Where all a filing tells is of one loan group, that stands for the pool.
 */
export function readOverPool(
  source: FigureSource,
  dimension: string,
  count: number,
  read: ReadTable,
): (Reading | null)[] {
  const readGroup = (loanGroup: string | null) => readOverGroup(source, { dimension, loanGroup }, count, read)
  const whole = readGroup(onlyGroup(source.pool))
  const ways = whole.every(reading => reading !== null) ? [] : groupsOfPool(source)
  if (ways.length === 0) return whole
  const groups = new Set(ways.flatMap(way => way.map(({ loanGroup }) => loanGroup)))
  const byGroup = new Map([...groups].map(loanGroup => [loanGroup, readGroup(loanGroup)]))
  const readIn = (order: number) => (loanGroup: string) => byGroup.get(loanGroup)?.[order] ?? null
  return whole.map((reading, order) => reading ?? overGroups(ways, readIn(order)))
}

/** The same of one loan group, null the whole pool, as its own tables give it. */
export function readOverGroup(
  source: FigureSource,
  { dimension, loanGroup }: { dimension: string; loanGroup: string | null },
  count: number,
  read: ReadTable,
): (Reading | null)[] {
  const tables = tablesOfAll(source, dimension, loanGroup).map(read)
  return Array.from({ length: count }, (_, order) => agreeing(tables.flatMap(one => one[order] ?? [])))
}

/** What several tables of the same loans give: what all of them allow; where they leave nothing, all that any says. */
function agreeing(readings: readonly Reading[]): Reading | null {
  const [first] = readings
  if (first === undefined || readings.length === 1) return first ?? null
  const low = readings.reduce((most, one) => Math.max(most, one.low), first.low)
  const high = readings.reduce((least, one) => Math.min(least, one.high), first.high)
  const best = readings.find(({ value }) => value !== null) ?? first
  if (low <= high) return { ...best, low, high, value: within(best.value, low, high) }
  return {
    ...best,
    low: readings.reduce((least, one) => Math.min(least, one.low), first.low),
    high: readings.reduce((most, one) => Math.max(most, one.high), first.high),
    contradicted: true,
  }
}

const within = (value: number | null, low: number, high: number) =>
  value === null ? null : Math.min(Math.max(value, low), high)

/** The one share that groups come to, where each of them has one. */
function addValues(parts: readonly { value: number | null; weight: number }[]): number | null {
  let [sum, total] = [0, 0]
  for (const { value, weight } of parts) {
    if (value === null) return null
    sum += value * weight
    total += weight
  }
  return sum / total
}

/** The share over loan groups that all have it, weighed by their balances. */
function overGroups(
  ways: readonly WeighedGroup[][],
  readGroup: (loanGroup: string) => Reading | null,
): Reading | null {
  for (const way of ways) {
    const parts = way.flatMap(group => {
      const reading = readGroup(group.loanGroup)
      return reading === null ? [] : [{ ...group, reading }]
    })
    const [first] = parts
    if (first === undefined || parts.length < way.length) continue
    const weighed = parts.map(({ reading, balance }) => ({ share: reading, weight: balance }))
    const one = addValues(
      parts.map(({ reading, balance }) => ({ value: reading.value, weight: balance.value })),
    )
    return {
      ...weighShares(weighed),
      value: one,
      kind: one === null ? 'bounded' : 'computed',
      at: first.reading.at,
      stratification: first.reading.stratification,
      contradicted: parts.some(({ reading }) => reading.contradicted),
    }
  }
  return null
}
