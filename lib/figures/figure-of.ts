import { oncePer } from '../once-per.ts'
import { findFigure, findPool } from '../pool/find-figure.ts'
import type { Check, FilingReport, Stratification } from '../report.ts'
import type { DealFigure } from './deal-figure.ts'
import type { FigureValue, Reading } from './figure-value.ts'
import { groupsOfPool, tablesOfAll, type WeighedGroup } from './pool-tables.ts'
import { readShare } from './read-share.ts'
import { readTail } from './read-tail.ts'

/** What figures are read from: a report, or the tables and pool of one. Tables must be whole. */
export type FigureSource = Pick<FilingReport, 'stratifications' | 'pool' | 'checks'>

/**
 * A figure of the whole pool: as its tables give it, or where only its loan groups have such tables, what these come to by
 * their balances. Null where the filing does not report it, or nothing bounds it; never a guess.
 */
export function figureOf(source: FigureSource, figure: DealFigure): FigureValue | null {
  if (figure.kind === 'pool') return poolFigure(source, figure.id)
  const failing = failingTables(source.checks)
  const read = (table: Stratification): Reading | null =>
    figure.kind === 'share'
      ? readShare(table, figure, { tables: source.stratifications, failing })
      : readTail(table, figure, failing)
  const readGroup = (loanGroup: string | null) =>
    agreeing(tablesOfAll(source, figure.dimension, loanGroup).flatMap(table => read(table) ?? []))
  return readGroup(null) ?? overGroups(groupsOf(source), readGroup)
}

const groupsOf = oncePer((source: FigureSource) => groupsOfPool(source))

/** The tables in which a check on balances or their percents fails. */
const failingTables = oncePer(
  (checks: readonly Check[]): ReadonlySet<string> =>
    new Set(
      checks.flatMap(({ outcome, measure, stratification }) =>
        outcome === 'fail' && (measure === 'balanceCents' || measure === 'balancePct')
          ? (stratification ?? [])
          : [],
      ),
    ),
)

function poolFigure({ pool }: FigureSource, id: string): FigureValue | null {
  const figure = findFigure(findPool(pool, null), id)
  if (figure === undefined) return null
  const { value, kind, stated, computed, bounds, check, at, stratification } = figure
  const contradicted = check?.outcome === 'fail'
  const known = [stated, computed, ...(contradicted || value === null ? (bounds ?? []) : [])]
  const ends = contradicted || value === null ? known.filter(end => end !== null) : [value]
  const [first] = ends
  if (first === undefined) return null
  const low = ends.reduce((least, end) => Math.min(least, end), first)
  const high = ends.reduce((most, end) => Math.max(most, end), first)
  return { low, high, value, kind, at, stratification, contradicted }
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
    const total = parts.reduce((sum, { balanceCents }) => sum + balanceCents, 0)
    const weigh = (of: (reading: Reading) => number) =>
      parts.reduce((sum, { reading, balanceCents }) => sum + of(reading) * balanceCents, 0) / total
    const rounding = (100 * parts.reduce((sum, { half }) => sum + half, 0)) / total
    const isOne = parts.every(({ reading }) => reading.value !== null)
    return {
      low: Math.max(0, weigh(({ low }) => low) - rounding),
      high: Math.min(100, weigh(({ high }) => high) + rounding),
      value: isOne ? weigh(({ value }) => value ?? Number.NaN) : null,
      kind: isOne ? 'computed' : 'bounded',
      at: first.reading.at,
      stratification: first.reading.stratification,
      contradicted: parts.some(({ reading }) => reading.contradicted),
    }
  }
  return null
}
