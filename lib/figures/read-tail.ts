import {
  addBounds,
  askTail,
  type Bound,
  hullOfShares,
  isContradicted,
  readDistribution,
  type Side,
  tailsAt,
} from '../distributions/index.ts'
import { oncePer } from '../once-per.ts'
import type { Place, Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'

/** A table's distribution, or why it is none, read once. */
export const distributionOf = oncePer((table: Stratification) => readDistribution(table))

/** The share of a table's balance beyond an edge, in percent; null where its rows have no ranges or no balances. */
export function readTail(
  table: Stratification,
  { side, at }: { side: Side; at: number },
  failing: ReadonlySet<string>,
): Reading | null {
  const read = distributionOf(table)
  if ('reason' in read) return null
  const { parts, balanceCents, balancePct } = askTail(read.distribution, { side, at })
  const counted = parts.filter(({ rule }) => rule !== null && rule !== 'no-figure')
  const answered = {
    share: balancePct,
    balanceCents,
    balancePct: addBounds(parts.map(({ share }) => share.balancePct)),
    isOfWholeRows: counted.every(({ rule }) => rule === 'whole-rows'),
  }
  return readingOf(table, failing, answered, counted[0]?.row.at ?? table.at)
}

/**
 * The tails at some edges, which rise: at least and above each of them in turn, and last the share of loans that have no
 * figure at all.
 */
export function readTails(
  table: Stratification,
  edges: readonly number[],
  failing: ReadonlySet<string>,
): (Reading | null)[] {
  const read = distributionOf(table)
  if ('reason' in read) return []
  const { tails, without } = tailsAt(read.distribution, edges)
  return [...tails.flatMap(({ atLeast, above }) => [atLeast, above]), without].map(tail =>
    readingOf(table, failing, tail, table.at),
  )
}

type Answered = {
  share: Bound | null
  readonly balanceCents: Bound | null
  readonly balancePct: Bound | null
  isOfWholeRows: boolean
}

function readingOf(
  table: Stratification,
  failing: ReadonlySet<string>,
  answered: Answered,
  at: Place,
): Reading | null {
  const { share, isOfWholeRows } = answered
  if (share === null) return null
  const isOne = share.low === share.high || isOfWholeRows
  const reading: Reading = {
    ...share,
    value: isOne ? (share.low + share.high) / 2 : null,
    kind: isOne ? 'computed' : 'bounded',
    stratification: table.id,
    at,
    contradicted: false,
  }
  return isContradicted(table, failing)
    ? { ...reading, ...hullOfShares(table, share, answered), contradicted: true }
    : reading
}
