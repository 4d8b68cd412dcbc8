import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventTable, rangeOf } from '../fixtures/invented-table.ts'
import { checkSchema, type Stratification } from '../report.ts'
import { readStatistics } from '../statistics/index.ts'
import { explainFailures } from './explain-failure.ts'
import { checkStratifications } from './index.ts'

const odd = fc.constantFrom(null, 0, -1, 1, 100, -250_000, 99.999, 1e15)
const ends = fc.constantFrom(null, 0, 50, 80.01)

const rows = fc.array(
  fc.record({
    loanCount: odd,
    balanceCents: odd,
    balancePct: odd,
    waCreditScore: odd,
    low: ends,
    high: ends,
  }),
  {
    maxLength: 5,
  },
)

/** A table in which any figure can be missing, nothing, negative or absurd. */
const oddTables: fc.Arbitrary<Stratification> = fc
  .tuple(
    rows,
    fc.constantFrom('current-balance', 'credit-score', 'mortgage-rate', 'original-ltv', null),
    fc.constantFrom(null, 'Loan Group 1', 'Loan Group 2'),
    fc.boolean(),
  )
  .map(([held, dimension, loanGroup, hasTotal]) => {
    const table = inventTable({
      id: `${dimension}-${loanGroup}`,
      dimension,
      loanGroup,
      rows: held.map(({ low, high }, index) => ({
        label: `Row ${index}`,
        loanCount: 1,
        balanceCents: 100,
        range: rangeOf(low, high),
      })),
    })
    table.buckets.forEach((bucket, index) => {
      const { low, high, ...values } = held[index] ?? { low: null, high: null }
      Object.assign(bucket.values, values)
    })
    return hasTotal ? table : { ...table, total: null }
  })

describe('tables with missing, negative and absurd figures', () => {
  it('never give a check that is not a number, nor an error', () => {
    fc.assert(
      fc.property(fc.array(oddTables, { maxLength: 4 }), tables => {
        const statistics = readStatistics({ stratifications: tables, lines: [] })
        const checks = checkStratifications({ stratifications: tables, statistics })
        for (const check of checks) expect(checkSchema.safeParse(check).error).toBeUndefined()
        for (const table of tables) expect(Array.isArray(explainFailures(table, checks))).toBe(true)
      }),
      { seed: 11, numRuns: Number(process.env.STRATA_CASES ?? 1000) },
    )
  })
})
