import { failingTables } from '../distributions/index.ts'
import { findFigure, findPool, onlyGroup } from '../pool/find-figure.ts'
import type { DealFigure, SplitFigure } from './deal-figure.ts'
import type { FigureSource, FigureValue } from './figure-value.ts'
import { type ReadTable, readOverGroup, readOverPool } from './over-pool.ts'
import { readShare } from './read-share.ts'
import { readTail, readTails } from './read-tail.ts'

/**
 * A figure of the whole pool: as its tables give it, or where only its loan groups have such tables, what these come to by
 * their balances. Of one loan group, as its own tables give it. Null where the filing does not report it, or nothing bounds
 * it; never a guess.
 */
export function figureOf(
  source: FigureSource,
  figure: DealFigure,
  loanGroup: string | null = null,
): FigureValue | null {
  if (figure.kind === 'pool') return poolFigure(source, figure.id, loanGroup)
  const { dimension } = figure
  const read = readerOf(source, figure)
  const [reading = null] =
    loanGroup === null
      ? readOverPool(source, dimension, 1, read)
      : readOverGroup(source, { dimension, loanGroup }, 1, read)
  return reading
}

function readerOf({ stratifications: tables, checks }: FigureSource, figure: SplitFigure): ReadTable {
  const failing = failingTables(checks)
  return table => [
    figure.kind === 'share'
      ? readShare(table, figure.name, { tables, failing })
      : readTail(table, figure, failing.balance),
  ]
}

/** The shares of several names of a dimension, in their order. */
export function sharesOf(
  source: FigureSource,
  dimension: string,
  names: readonly string[],
): (FigureValue | null)[] {
  const context = { tables: source.stratifications, failing: failingTables(source.checks) }
  return readOverPool(source, dimension, names.length, table =>
    names.map(name => readShare(table, name, context)),
  )
}

/** The tails of a dimension at an edge: with what lies right at it, and without; null where they are not reported. */
export type TailValues = { at: number; atLeast: FigureValue | null; above: FigureValue | null }

/** The tails of a dimension at some edges, which rise, and the share of loans that have no figure in it. */
export function tailsOf(
  source: FigureSource,
  dimension: string,
  edges: readonly number[],
): { tails: TailValues[]; without: FigureValue | null } {
  const failing = failingTables(source.checks)
  const readings = readOverPool(source, dimension, 2 * edges.length + 1, table =>
    readTails(table, edges, failing.balance),
  )
  const tails = edges.map((at, order) => ({
    at,
    atLeast: readings[2 * order] ?? null,
    above: readings[2 * order + 1] ?? null,
  }))
  return { tails, without: readings.at(-1) ?? null }
}

function poolFigure(source: FigureSource, id: string, loanGroup: string | null): FigureValue | null {
  const figure = findFigure(findPool(source.pool, loanGroup ?? onlyGroup(source.pool)), id)
  if (figure === undefined) return null
  // The largest state is known as well as its own share is: a percent is rounded.
  const ofState = { kind: 'share', dimension: 'state', name: figure.code ?? '' } as const
  const share = figure.code === undefined ? null : figureOf(source, ofState, loanGroup)
  if (share !== null && share.value !== null) return share
  const { value, kind, stated, computed, bounds, from, check, at, stratification } = figure
  const contradicted = check?.outcome === 'fail'
  // An average over groups is as wide as what rounding left of theirs.
  const isWide = contradicted || value === null || (from === 'groups' && bounds !== null)
  const ends = isWide ? [stated, computed, ...(bounds ?? [])].filter(end => end !== null) : [value]
  const [first] = ends
  if (first === undefined) return null
  const low = ends.reduce((least, end) => Math.min(least, end), first)
  const high = ends.reduce((most, end) => Math.max(most, end), first)
  return { low, high, value, kind, at, stratification, contradicted }
}
