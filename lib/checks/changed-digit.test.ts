import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Caught, countCaught } from '../fixtures/changed-averages.ts'
import { type Family, html, lines, text, wide } from '../fixtures/invented/family.ts'
import { failingChecks, readPrinted } from '../fixtures/invented/run-family.ts'
import { inventTable } from '../fixtures/invented-table.ts'
import { findFixtures, runFixture } from '../fixtures/run-fixture.ts'
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

const shareCaught = (caught: Caught) => {
  const all = [...caught.values()]
  return sumOf(all.map(one => one.caught)) / sumOf(all.map(one => one.changed))
}

/** Filings of three tables with several columns of averages each, whose total rows print them, or sums alone. */
const severalTables: Family[] = [
  text('with totals', { headerLines: lines(3) }, { ...wide, tables: 3 }),
  text(
    'without totals',
    { headerLines: lines(3) },
    { ...wide, tables: 3, style: { totalFills: fc.constant('sums') } },
  ),
  html('without totals, HTML', {}, { ...wide, tables: 3, style: { totalFills: fc.constant('sums') } }),
]

const withGroups: Family = text(
  'of groups',
  { headerLines: lines(3) },
  { ...wide, tables: 2, groups: 'in-title' },
)

function shareCaughtIn({ filings, medium }: Family): number {
  const caught: Caught = new Map()
  for (const filing of fc.sample(filings, { seed: 5, numRuns: 40 })) {
    const report = readPrinted(filing.text, medium)
    if (report === null) throw new Error('a printed filing is read')
    expect(failingChecks(report)).toEqual([])
    countCaught(report, { caught, oneOf: 6 })
  }
  return shareCaught(caught)
}

/**
 * Of the digits of every average and share in a row, each changed alone, how many a check flags. A last digit is out of reach
 * where the row is a small part of the pool: it moves the pool's average by less than rounding does.
 */
describe('a digit changed in an average of a row', { timeout: 120_000 }, () => {
  it.each(severalTables)('is flagged three times out of four in several tables $name', family => {
    expect(shareCaughtIn(family)).toBeGreaterThan(0.75)
  })
  it('is flagged more often still where the loan groups print the same tables as the pool', () => {
    expect(shareCaughtIn(withGroups)).toBeGreaterThan(0.85)
  })
  it('is flagged three times out of four in the fixtures', () => {
    const caught: Caught = new Map()
    for (const name of findFixtures()) countCaught(runFixture(name).report, { caught })
    expect(shareCaught(caught)).toBeGreaterThan(0.75)
  })
})
