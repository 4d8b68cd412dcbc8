import { describe, expect, it } from 'vitest'
import { inventCheck, inventReport, on } from '../testing/invented-report.ts'
import { sayFailure } from './say-failure.ts'

/** What a failing check of the invented table says, its figures as `term: figure`. */
function said(check: Parameters<typeof inventCheck>[0]): string[] {
  const report = inventReport()
  const failing = inventCheck({ outcome: 'fail', ...check })
  const { subject, expectation, figures } = sayFailure(report, failing)
  return [subject, expectation, ...figures.map(({ term, said }) => `${term}: ${said}`)]
}

describe('a failing check', () => {
  it('says dollars with their sign before them, and nothing allowed as it would be printed', () =>
    expect(
      said({
        code: 'column-adds-up-to-total',
        measure: 'balanceCents',
        at: on(15, 42, 54),
        expected: 1_000_000_000,
        found: 999_000_000,
        tolerance: 0,
      }),
    ).toEqual([
      'Balance, 2 rows',
      'Expected: the rows of the column add up to the printed total.',
      'Printed: $10,000,000.00',
      'Sum of the rows: $9,990,000.00',
      'Difference: −$10,000.00',
      'Allowed: $0.00',
    ]))

  it('says percents with the tolerance that their decimals leave', () =>
    expect(
      said({
        code: 'row-percent-matches-balance',
        measure: 'balancePct',
        bucket: 0,
        at: on(12, 58, 63),
        expected: 60,
        found: 60.5,
        tolerance: 0.005,
      }).slice(2),
    ).toEqual(['Printed: 60.00%', 'Found: 60.50%', 'Difference: +0.50 points', 'Allowed: ±0.005 points']))

  it('says an open interval without its far end', () =>
    expect(
      said({
        code: 'row-average-is-inside-its-range',
        measure: 'balanceCents',
        bucket: 0,
        at: on(12, 42, 54),
        expected: 20_000_000,
        found: 10_000_000,
        bounds: [-Number.MAX_VALUE, 10_000_000],
      }).slice(-1),
    ).toEqual(['Allowed: up to $100,000.00']))
})
