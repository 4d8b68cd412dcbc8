import { describe, expect, it, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

function tablesIn(text: string) {
  const read = readFiling(Buffer.from(`Mortgage loans of the trust\n\n${text}`), 'pool.txt')
  return 'report' in read ? read.report.stratifications : []
}

const table = (title: string, stub: string, rows: [string, string][]) => `LARKFIELD 2004-2

${title}
                        Number of         Aggregate     Percent of
${stub.padEnd(24)}    Loans           Balance        Balance
------------------------------------------------------------------
${rows.map(([label, figures]) => `${label.padEnd(24)}${figures}`).join('\n')}
------------------------------------------------------------------
Total                         400       $40,000,000        100.00%
`
const figures = [
  '      100       $10,000,000         25.00%',
  '      300        30,000,000         75.00',
] as const

describe('a title right on top of the header', () => {
  test.each([
    [
      '                  Original Loan-to-Value Ratios',
      'Range (%)',
      '70.01 - 75.00',
      '75.01 - 80.00',
      'original-ltv',
    ],
    [
      '                    Mortgage Interest Rates',
      'Range (%)',
      '6.001 - 6.500',
      '6.501 - 7.000',
      'mortgage-rate',
    ],
    ['                        Credit Scores', 'Range', '650 - 699', '700 - 749', 'credit-score'],
    ['                  Original Terms to Maturity', 'Months', '169 - 180', '349 - 360', 'original-term'],
    ['                   Back-End Debt Ratios', 'Ratio (%)', '20.01 - 30.00', '30.01 - 40.00', 'dti'],
    ['                    Occupancy Status', 'Status', 'Owner Occupied', 'Investor', 'occupancy'],
  ])('is the title, not words of the columns: %s', (title, stub, one, other, dimension) => {
    const [read, ...others] = tablesIn(
      table(title, stub, [
        [one, figures[0]],
        [other, figures[1]],
      ]),
    )
    expect(others).toEqual([])
    expect(read?.title).toBe(title.trim())
    expect(read?.dimension).toBe(dimension)
    expect(read?.columns.map(({ measure }) => measure)).toEqual(['loanCount', 'balanceCents', 'balancePct'])
    expect(read?.total?.values).toEqual({ loanCount: 400, balanceCents: 4_000_000_000, balancePct: 100 })
  })

  it('is none where its words tell an average of the column below', () => {
    const text = `Occupancy Status

                                                 Credit
                        Number of     Balance     Score
------------------------------------------------------------------
Owner Occupied                100   $10,000,000     705
Investor                      300    30,000,000     698
------------------------------------------------------------------
Total                         400   $40,000,000     700
`
    expect(tablesIn(text)[0]?.columns.map(({ measure }) => measure)).toContain('waCreditScore')
  })
})
