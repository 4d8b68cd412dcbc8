import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inventTable } from '../fixtures/invented-table.ts'
import type { Stratification } from '../report.ts'
import { checkStratifications } from './index.ts'

const pools = fc.array(
  fc.record({
    label: fc.string({ minLength: 1, maxLength: 12 }),
    loanCount: fc.integer({ min: 1, max: 999 }),
    balanceCents: fc.integer({ min: 1_000_000, max: 9_000_000_000 }),
  }),
  { minLength: 1, maxLength: 12 },
)

/** Put another digit at a position of a printed figure; null when the position holds no digit or the same one. */
function changeDigit(printed: string, position: number, digit: number): string | null {
  const old = printed[position]
  if (old === undefined || !/\d/.test(old) || old === String(digit)) return null
  return printed.slice(0, position) + digit + printed.slice(position + 1)
}

function changeOne(table: Stratification, row: number, measure: string, position: number, digit: number) {
  const copy = structuredClone(table)
  const target = copy.buckets[row] ?? copy.total
  const value = target?.values[measure]
  if (!target || value == null) return null
  const printed = measure === 'balancePct' ? value.toFixed(2) : String(value)
  const changed = changeDigit(printed, position, digit)
  if (changed === null) return null
  target.values[measure] = Number(changed)
  return { copy }
}

/**
 * True when the changed percent is as right as the old one: a share halfway between two printed percents can be
 * rounded either way, and a total of 100 can be printed as the sum of the rounded rows.
 */
function isRounding({ buckets, total }: Stratification, row: number): boolean {
  const bucket = buckets[row]
  const units = (percent: number | null | undefined) => Math.round((percent ?? 0) * 100)
  if (!bucket)
    return units(total?.values.balancePct) === sumOf(buckets.map(({ values }) => units(values.balancePct)))
  const share = ((bucket.values.balanceCents ?? 0) / (total?.values.balanceCents ?? 1)) * 100
  return Math.abs(share - (bucket.values.balancePct ?? 0)) < 0.005 + 1e-9
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

const flagged = (table: Stratification) =>
  checkStratifications({ stratifications: [table], statistics: [] }).some(({ outcome }) => outcome === 'fail')

describe('a changed digit', () => {
  it('never passes in any count, balance or percent of a table that foots', () => {
    const cases = fc.tuple(
      pools,
      fc.nat(12),
      fc.constantFrom('loanCount', 'balanceCents', 'balancePct'),
      fc.nat(11),
      fc.nat(9),
    )
    fc.assert(
      fc.property(cases, ([rows, row, measure, position, digit]) => {
        const table = inventTable({ rows })
        fc.pre(!flagged(table))
        const changed = changeOne(table, Math.min(row, rows.length), measure, position, digit)
        fc.pre(changed !== null)
        fc.pre(!(measure === 'balancePct' && changed && isRounding(changed.copy, row)))
        expect(changed && flagged(changed.copy)).toBe(true)
      }),
      { seed: 2002, numRuns: Number(process.env.STRATA_CASES ?? 1500) },
    )
  })
})
