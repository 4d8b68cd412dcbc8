import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'

const table = (behind: string) =>
  [
    'Mortgage Loans by State',
    '',
    'State                   Number of Loans          Balance        Percent of Balance     Rate',
    '---------------------------------------------------------------------------------------------',
    `Ohio                                472     $25,000,000.00            50.00%${behind}   7.902%`,
    'Texas                               122     $15,000,000.00            30.00%            7.981%',
    'Utah                                174     $10,000,000.00            20.00%            7.914%',
    'Total                               768     $50,000,000.00           100.00%            7.928%',
  ].join('\n')

function read(behind: string) {
  const result = readFiling(Buffer.from(table(behind)), 'invented.txt')
  if (!('report' in result)) throw new Error('the table is read')
  const [first] = result.report.stratifications[0]?.buckets ?? []
  const codes = result.report.issues.map(({ code }) => code)
  return { label: first?.label, percent: first?.values.balancePct, codes }
}

describe('a mark behind a figure', () => {
  it.each(['3/        ', '(3)       ', '[3]       ', '*         ', ' (3)      ', '(a)(b)    '])(
    'is taken off where it is one that notes have: “%s”',
    behind => {
      expect(read(behind)).toEqual({ label: 'Ohio', percent: 50, codes: [] })
    },
  )
  it('is told where it is unknown, for the row’s figures run into its label', () => {
    expect(read('#         ').codes).toContain('label-may-hold-figures')
  })
})

describe('a total whose label goes on in a figure', () => {
  it('is told, for a column may stand among the labels', () => {
    const text = table('').replace(
      'Total                               768',
      'Total 768 of 768 in all                ',
    )
    const result = readFiling(Buffer.from(text), 'invented.txt')
    const codes = 'report' in result ? result.report.issues.map(({ code }) => code) : []
    expect(codes).toContain('label-may-hold-figures')
  })
})

describe('percents in brackets', () => {
  const read = (cells: readonly string[]) => {
    const rows = ['Primary', 'Investor', 'Total'].map(
      (label, at) => `<tr><td>${label}<td>${[800, 200, 1000][at]}<td>${cells[at]}`,
    )
    const html = `<p>Occupancy of the Mortgage Loans</p><table><tr><td>Occupancy<td>Loans<td>% of Loans${rows.join('')}</table>`
    const result = readFiling(Buffer.from(html), 'invented.htm')
    const [table] = 'report' in result ? result.report.stratifications : []
    return table?.buckets.map(({ values }) => values.countPct)
  }
  it('are less than nothing only beside others without', () => {
    expect(read(['(80.0%)', '(20.0%)', '(100.0%)'])).toEqual([80, 20])
    expect(read(['(0.5)%', '100.5%', '100.0%'])).toEqual([-0.5, 100.5])
  })
})

describe('a column right behind the labels', () => {
  it('is one where its rows end in amounts, or go on behind “Total”', () => {
    const lines = [
      'Geographic Distribution of the Mortgage Loans',
      '',
      'State      Loans        Balance',
      'California 1,204    240,800,000',
      'New Jersey   415     95,450,000',
      'Washington 2,204    240,800,000',
      'New Mexico 1,001     10,000,000',
      'Total      4,824    587,050,000',
    ]
    const result = readFiling(Buffer.from(lines.join('\n')), 'invented.txt')
    const [table] = 'report' in result ? result.report.stratifications : []
    expect(table?.buckets.map(({ label, values }) => [label, values.loanCount])).toEqual([
      ['California', 1204],
      ['New Jersey', 415],
      ['Washington', 2204],
      ['New Mexico', 1001],
    ])
  })
})
