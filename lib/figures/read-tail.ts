import { askTail, readDistribution, type Side } from '../distributions/index.ts'
import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import type { Reading } from './figure-value.ts'
import { hullOfReadings, isContradicted } from './hull-of-readings.ts'

/** A table's distribution, read once. */
export const distributionOf = oncePer((table: Stratification) => readDistribution(table))

/** The share of a table's balance beyond an edge, in percent; null where its rows have no ranges or no balances. */
export function readTail(
  table: Stratification,
  { side, at }: { side: Side; at: number },
  failing: ReadonlySet<string>,
): Reading | null {
  const read = distributionOf(table)
  if ('reason' in read) return null
  const answer = askTail(read.distribution, { side, at })
  const share = answer.balancePct
  if (share === null) return null
  const counted = answer.parts.filter(({ rule }) => rule !== null && rule !== 'no-figure')
  const isOne = share.low === share.high || counted.every(({ rule }) => rule === 'whole-rows')
  const [first] = counted
  const reading: Reading = {
    ...share,
    value: isOne ? (share.low + share.high) / 2 : null,
    kind: isOne ? 'computed' : 'bounded',
    stratification: table.id,
    at: first?.row.at ?? table.at,
    contradicted: false,
  }
  if (!isContradicted(table, failing)) return reading
  return hullOfReadings(
    table,
    reading,
    answer.parts.map(({ row, share: part }) => ({
      balance: row.balanceCents,
      inside: part.balanceCents,
      insidePct: part.balancePct,
    })),
  )
}
