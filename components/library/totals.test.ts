import { expect, test } from 'vitest'
import { describeTotals } from './totals.ts'

test.each([
  [
    { deals: 13, withoutTables: 0, poolBalanceCents: 476_880_000_000, loanCount: 16478 },
    '13 deals, $4.77 billion, 16,478 loans',
  ],
  [
    { deals: 1, withoutTables: 0, poolBalanceCents: 22_511_221_421, loanCount: 553 },
    '1 deal, $225 million, 553 loans',
  ],
  [
    { deals: 2, withoutTables: 0, poolBalanceCents: 99_960_000_000, loanCount: 1 },
    '2 deals, $1.00 billion, 1 loan',
  ],
  [
    { deals: 900, withoutTables: 0, poolBalanceCents: 142_000_000_000_000, loanCount: 9 },
    '900 deals, $1.42 trillion, 9 loans',
  ],
  [
    { deals: 1, withoutTables: 0, poolBalanceCents: 1_250_000_000, loanCount: 40 },
    '1 deal, $12.5 million, 40 loans',
  ],
  [{ deals: 1, withoutTables: 0, poolBalanceCents: 95_000_00, loanCount: 2 }, '1 deal, $95,000, 2 loans'],
])('adds up the deals in words, three figures of money', (totals, line) => {
  expect(describeTotals(totals)).toBe(line)
})

test('leaves out what no deal tells', () => {
  expect(describeTotals({ deals: 1, withoutTables: 0, poolBalanceCents: 0, loanCount: 0 })).toBe('1 deal')
})

test('counts filings without pool tables apart', () => {
  const some = { deals: 24, withoutTables: 13, poolBalanceCents: 476_880_000_000, loanCount: 16478 }
  expect(describeTotals(some)).toBe('11 deals, $4.77 billion, 16,478 loans · 13 other filings')
  const none = { deals: 1, withoutTables: 1, poolBalanceCents: 0, loanCount: 0 }
  expect(describeTotals(none)).toBe('1 filing without pool tables')
})
