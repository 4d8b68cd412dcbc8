import { describe, expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

/** What the fourth column of a table measures, and the issues that reading it raised. */
function readColumn(header: string, [first, second, total]: readonly [string, string, string]) {
  const lines = `                          Loan Purposes

                  Number of            Principal      ${header.split(' ')[0] ?? ''}
Purpose               Loans              Balance      ${header.split(' ').slice(1).join(' ')}
Purchase                150        30,000,000.00      ${first}
Refinance               100        20,000,000.00      ${second}
Total                   250        50,000,000.00      ${total}`.split('\n')
  const { value, issues } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
  const { columns } = value.stratifications[0] ?? { columns: [] }
  expect(columns.slice(0, 2).map(({ measure }) => measure)).toEqual(['loanCount', 'balanceCents'])
  return { measure: columns[2]?.measure, issues: issues.map(({ code }) => code) }
}

const uncertain = { measure: null, issues: ['extreme-or-average-is-not-certain'] }

describe('a maximum or minimum', () => {
  test.each([
    ['Maximum Gross Coupon', 'waMaximumRatePct', ['11.875', '12.500', '12.125']],
    ['Maximum Periodic Cap', 'waPeriodicCapPct', ['1.250', '2.000', '1.550']],
    ['Minimum Mortgage Rate', 'waMinimumRatePct', ['5.875', '6.500', '6.125']],
    ['Minimum Mortgage Rate', 'waMinimumRatePct', ['0.000', '6.500', '2.600']],
  ] as const)('“%s” is an average where its total lies between its rows', (header, measure, figures) => {
    expect(readColumn(header, figures)).toEqual({ measure, issues: [] })
  })

  test.each([
    ['the largest of its rows', 'Maximum Gross Coupon', ['7.875', '8.250', '8.250']],
    ['the least of its rows', 'Minimum Gross Coupon', ['5.000', '5.250', '5.000']],
    ['the least but for noughts', 'Minimum Mortgage Rate', ['0.000', '6.500', '6.500']],
    ['like all of its rows', 'Maximum Periodic Cap', ['1.000', '1.000', '1.000']],
    ['not there', 'Maximum Mortgage Rate', ['7.875', '8.250', '']],
  ] as const)('is not read where its total is %s', (_, header, figures) => {
    expect(readColumn(header, figures)).toEqual(uncertain)
  })

  test.each([
    ['Lifetime Ceiling', ['7.875', '8.250', '8.250']],
    ['Rate Floor', ['5.000', '5.250', '5.000']],
    ['Lifetime Floor', ['5.000', '5.250', '5.250']],
    ['Periodic Cap', ['1.000', '2.000', '2.000']],
    ['Initial Cap', ['3.000', '2.000', '3.000']],
  ] as const)('is no average either where “%s” says none and its total is an extreme', (header, figures) => {
    expect(readColumn(header, figures)).toEqual(uncertain)
  })

  test.each([
    ['Lifetime Ceiling', 'waMaximumRatePct', ['7.875', '8.250', '8.025']],
    ['Lifetime Ceiling', 'waMaximumRatePct', ['8.250', '8.251', '8.250']],
    ['Rate Floor', 'waMinimumRatePct', ['5.000', '5.000', '5.000']],
    ['Lifetime Floor', 'waMinimumRatePct', ['0.000', '5.250', '5.250']],
    ['Periodic Cap', 'waPeriodicCapPct', ['1.000', '2.000', '']],
    ['W.A. Ceiling', 'waMaximumRatePct', ['7.875', '8.250', '8.250']],
  ] as const)(
    'is an average where “%s” says no extreme and its total is none',
    (header, measure, figures) => {
      expect(readColumn(header, figures).measure).toBe(measure)
    },
  )

  test('that is said to be weighted is an average, whatever its total is', () => {
    const { measure } = readColumn('W.A. Maximum Rate', ['7.875', '8.250', '8.250'])
    expect(measure).toBe('waMaximumRatePct')
  })

  test('two of them throw no doubt on the averages beside them', () => {
    const lines = `                          Loan Purposes

                  Number of            Principal     Gross   Maximum  Minimum   FICO
Purpose               Loans              Balance    Coupon      Rate     Rate  Score
Purchase                150        30,000,000.00     6.500     7.875    5.000    702
Refinance               100        20,000,000.00     6.750     8.250    5.250    688
Total                   250        50,000,000.00     6.600     8.250    5.000    696`.split('\n')
    const { value } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
    expect(value.stratifications[0]?.columns.map(({ measure }) => measure)).toEqual([
      'loanCount',
      'balanceCents',
      'waRatePct',
      null,
      null,
      'waCreditScore',
    ])
  })
})

test('averages of original balances are told in dollars beside sums in thousands, like those of current ones', () => {
  const lines = `                          Loan Purposes
                     (balances in thousands)

                  Number of     Principal        Average Original       Average Current
Purpose               Loans       Balance                 Balance               Balance
Purchase                150        30,000             $210,000.00           $200,000.00
Refinance               100        20,000             $220,000.00           $200,000.00
Total                   250        50,000             $214,000.00           $200,000.00`.split('\n')
  const { value } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
  expect(value.stratifications[0]?.total?.values).toMatchObject({
    balanceCents: 5_000_000_000,
    averageOriginalBalanceCents: 21_400_000,
    averageBalanceCents: 20_000_000,
  })
})
