import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import type { FilingReport } from '../report.ts'

type Row = readonly string[]

const head = [
  'State',
  'Number of Loans',
  'Principal Balance',
  'Percent of Pool',
  'Weighted Average LTV',
  'Weighted Average Remaining Term',
]
const body: Row[] = [
  ['California', '120', '$24,000,000.50', '48.00%', '78.11', '341'],
  ['Texas', '60', '12,500,000.25', '25.00', '79.62', '339'],
  ['Florida', '40', '8,500,000.25', '17.00', '80.25', '352'],
  ['Ohio', '30', '5,000,000.00', '10.00', '81.90', '347'],
]
const total = ['Total', '250', '$50,000,001.00', '100.00%', '79.23', '343']

/** The rows with one cell printed another way. */
const withCell = (rows: readonly Row[], row: number, column: number, printed: string): Row[] =>
  rows.map((cells, at) => (at === row ? cells.with(column, printed) : [...cells]))

const cellsOf = (rows: readonly Row[]) =>
  rows.map(cells => cells.map((cell, at) => (at ? cell.padStart(34) : cell.padEnd(16))).join(''))

const asText = (rows: readonly Row[]) =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    '',
    'Geographic Distribution',
    '',
    ...cellsOf(rows.slice(0, 1)),
    '',
    ...cellsOf(rows.slice(1)),
  ].join('\n')

const asHtml = (rows: readonly Row[]) =>
  `<html><p>Alder Mortgage Loan Trust 2004-1</p><p>Geographic Distribution</p><table>${rows
    .map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></html>`

function read(printed: string): FilingReport {
  const answer = readFiling(Buffer.from(printed), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  return answer.report
}

const measures = ['loanCount', 'balanceCents', 'balancePct', 'waLtvPct', 'waRemainingTermMonths']
const measuresOf = ({ stratifications }: FilingReport) => stratifications[0]?.columns.map(one => one.measure)
const failing = ({ checks }: FilingReport) =>
  checks.filter(({ outcome }) => outcome === 'fail').map(({ measure }) => measure)

describe.each([
  ['text', asText],
  ['HTML', asHtml],
] as const)('in %s', (_, print) => {
  test('a table that foots has nothing flagged', () => {
    const report = read(print([head, ...body, total]))
    expect(measuresOf(report)).toEqual(measures)
    expect(failing(report)).toEqual([])
    expect(report.issues).toEqual([])
  })

  test.each([
    ['a percent too high', 0, 3, '54.00%', 'balancePct'],
    ['a percent too low', 0, 3, '38.00%', 'balancePct'],
    ['a percent ten times too high', 3, 3, '90.00', 'balancePct'],
    ['a total of the percents', 4, 3, '500.00%', 'balancePct'],
    ['a count', 1, 1, '90', 'loanCount'],
    ['a total of the loans', 4, 1, '650', 'loanCount'],
    ['a balance', 2, 2, '3,500,000.25', 'balanceCents'],
    ['a total of the balances', 4, 2, '$10,000,001.00', 'balanceCents'],
    ['an average without its point', 2, 4, '8025', 'waLtvPct'],
    ['a term of another length', 1, 5, '939', 'waRemainingTermMonths'],
  ] as const)(
    '%s misprinted leaves its column read, and a check of it fails',
    (_, row, column, printed, measure) => {
      const report = read(print([head, ...withCell([...body, total], row, column, printed)]))
      expect(measuresOf(report)).toEqual(measures)
      expect(failing(report)).toContain(measure)
      expect(report.issues).toEqual([])
    },
  )

  test('two rows, one of them with a percent misprinted', () => {
    const two: Row[] = [
      ['California', '120', '$24,000,000.00', '68.00%', '78.11', '341'],
      ['Texas', '130', '26,000,000.00', '52.00', '79.62', '339'],
    ]
    const report = read(print([head, ...two, total.with(2, '$50,000,000.00')]))
    expect(measuresOf(report)).toEqual(measures)
    expect(failing(report)).toContain('balancePct')
  })

  test('whole percents without a sign', () => {
    const rows = [...body, total].map(row => row.with(3, (row[3] ?? '').replace(/\.00%?/, '')))
    const report = read(print([head, ...withCell(rows, 0, 3, '58')]))
    expect(measuresOf(report)).toEqual(measures)
    expect(failing(report)).toContain('balancePct')
  })

  test('four terms of twelve', () => {
    const ofThird: Record<string, string> = {
      '48.00%': '16.00%',
      '25.00': '8.33',
      '17.00': '5.67',
      '10.00': '3.33',
    }
    const thirds = body.map(row => row.with(3, ofThird[row[3] ?? ''] ?? ''))
    const many = thirds.flatMap((row, at) => [row, row.with(0, `Iowa ${at}`), row.with(0, `Utah ${at}`)])
    const rows = many.map((row, at) => (at % 3 ? row : row.with(5, `9${(row[5] ?? '').slice(1)}`)))
    const report = read(print([head, ...rows, total.with(1, '750').with(2, '$150,000,003.00')]))
    expect(measuresOf(report)).toEqual(measures)
    expect(new Set(failing(report))).toEqual(new Set(['waRemainingTermMonths']))
  })

  test('figures that are all another thing than the header says are not read, and the issue says so', () => {
    const rows = [...body, total].map(row => row.with(4, row[5] ?? '').with(5, '642'))
    const report = read(print([head, ...rows]))
    expect(measuresOf(report)?.[2]).toBe('balancePct')
    expect(measuresOf(report)?.[3]).toBeNull()
    expect(report.issues.map(({ code }) => code)).toContain('figures-contradict-header')
  })
})

test('a second column of a measure is said to be that, not to be unknown', () => {
  const report = read(
    asText(
      [head.with(5, 'W.A. LTV'), ...body, total].map((row, at) => (at ? row.with(5, row[4] ?? '') : row)),
    ),
  )
  expect(report.issues.map(({ code }) => code)).toEqual(['column-repeats-a-measure'])
})
