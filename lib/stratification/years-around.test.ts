import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

/** What stands above the title, in it, between it and the table, below, and over the columns of term and age. */
type Around = { above?: string; title?: string[]; between?: string; below?: string; heads?: [string, string] }
type Rows = readonly (readonly string[])[]

const HEADS: [string, string] = ['WA Remaining Term', 'WA Age']
const headsOf = ({ heads = HEADS }: Around) => [
  'Group of Loans',
  'Number of Loans',
  'Principal Balance',
  ...heads,
]

const asText = (around: Around, rows: Rows) => {
  const { above = '', title = ['Occupancy Status'], between = '', below = '' } = around
  const row = (cells: readonly string[]) =>
    cells.map((cell, at) => (at ? cell.padStart(22) : cell.padEnd(18))).join('')
  const parts = [above, title.map(line => `                    ${line}`).join('\n'), between]
  const table = [headsOf(around), ...rows].map(row).join('\n')
  return ['Alder Mortgage Loan Trust 2004-1', ...parts, table, below].join('\n\n')
}

const asHtml = (around: Around, rows: Rows) => {
  const { above = '', title = ['Occupancy Status'], between = '', below = '' } = around
  const paragraph = (words: string) => (words === '' ? '' : `<p>${words}</p>`)
  const row = (cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const table = `<table>${[headsOf(around), ...rows].map(row).join('')}</table>`
  const parts = [above, title.join('<br>'), between].map(paragraph).join('')
  return `<html><body><p>Alder Mortgage Loan Trust 2004-1</p>${parts}${table}${paragraph(below)}</body></html>`
}

const inYears = [
  ['Owner Occupied', '120', '24,000,000', '27.5', '1.5'],
  ['Investor', '80', '16,000,000', '14.0', '0.5'],
  ['Total', '200', '40,000,000', '22.1', '1.1'],
]
const inMonths = inYears.map(([label = '', loans = '', balance = '']) => [label, loans, balance, '330', '18'])
const byTerm = inYears.map((row, at) => row.with(0, ['11 to 20', '21 - 30', 'Total'][at] ?? ''))

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, issues } = answer.report
  const [first] = stratifications[0]?.buckets ?? []
  const { waRemainingTermMonths: term, waLoanAgeMonths: age } = first?.values ?? {}
  return { term, age, range: first?.range, issues: issues.map(({ code }) => code) }
}

describe.each([
  ['text', asText],
  ['HTML', asHtml],
] as const)('in %s, terms in years', (_, print) => {
  test.each<[string, Around]>([
    ['in the second line of the title', { title: ['Occupancy Status', '(terms and ages are in years)'] }],
    ['in a bracket of the title', { title: ['Occupancy Status (Remaining Term and Age in Years)'] }],
    ['over two lines of it', { title: ['Occupancy Status (Remaining Term', 'and Seasoning in Years)'] }],
    ['without a word of what is', { title: ['Occupancy Status', '(IN YEARS)'] }],
    ['by a sentence before the table', { between: 'Terms and ages are shown in years.' }],
    [
      'by a sentence of all tables',
      {
        above:
          'Unless otherwise noted, remaining terms and loan ages in the tables below are stated in years.',
      },
    ],
    ['by a sentence below', { below: 'Remaining terms and ages are in years.' }],
  ])('are told %s', (_name, around) => {
    expect(read(print(around, inYears))).toMatchObject({ term: 330, age: 18, issues: [] })
  })

  test('are told of all tables after a sentence that speaks of tables', () => {
    const above = 'In this section remaining terms are stated in years.'
    const other = inYears.map((row, at) => row.with(0, ['Purchase', 'Refinance', 'Total'][at] ?? ''))
    const printed = print({ above }, inYears) + print({ title: ['Loan Purpose'] }, other)
    const answer = readFiling(Buffer.from(printed), 'invented.txt')
    const tables = 'refusal' in answer ? [] : answer.report.stratifications
    const terms = tables.map(({ buckets }) => buckets[0]?.values.waRemainingTermMonths)
    expect(terms).toEqual([330, 330])
  })

  test('are of what the words name alone', () => {
    const around: Around = { title: ['Occupancy Status', '(ages are in years)'] }
    expect(read(print(around, inYears))).toMatchObject({ term: 27.5, age: 18, issues: [] })
  })

  test('are not those of a column that says months', () => {
    const around: Around = {
      title: ['Occupancy Status', '(in years)'],
      heads: ['Rem. Term (months)', 'WA Age'],
    }
    expect(
      read(
        print(
          around,
          inMonths.map(row => row.with(4, '1.5')),
        ),
      ),
    ).toMatchObject({ term: 330, age: 18 })
  })

  test('are not read where the figures cannot be years', () => {
    const around: Around = { title: ['Occupancy Status', '(terms in years)'] }
    const { term, issues } = read(print(around, inMonths))
    expect([term, issues]).toEqual([undefined, ['scale-is-not-certain']])
  })

  test('are those of the labels where the title is of what they are', () => {
    const { range, term, age } = read(
      print(
        { title: ['Remaining Term (in years)'] },
        byTerm.map((row, at) => row.with(3, inMonths[at]?.[3] ?? '')),
      ),
    )
    expect([range?.low, range?.high, term, age]).toEqual([132, 240, 330, 1.5])
  })

  test('may be those of a column too, which is not read then', () => {
    const { range, term, issues } = read(print({ title: ['Remaining Term (in years)'] }, byTerm))
    expect([range?.low, term, issues]).toEqual([132, undefined, ['scale-is-not-certain']])
  })

  test('are not those of labels where words name another', () => {
    const around: Around = { title: ['Remaining Term', '(ages are in years)'] }
    const rows = byTerm.map((row, at) =>
      row.with(0, ['120 - 240', '241 - 360', 'Total'][at] ?? '').with(3, '330'),
    )
    const { range, term, age, issues } = read(print(around, rows))
    expect([range?.low, range?.high, term, age, issues]).toEqual([120, 240, 330, 18, []])
  })

  test('give labels no range that cannot be years', () => {
    const around: Around = { title: ['Remaining Term', '(all terms are in years)'] }
    const rows = byTerm.map((row, at) => row.with(0, ['120 - 240', '241 - 360', 'Total'][at] ?? ''))
    const { range, issues } = read(print(around, rows))
    expect([range, issues]).toEqual([null, ['range-scale-is-not-certain']])
  })

  test('are no years of which a sentence speaks otherwise', () => {
    const between =
      'The loans have terms that were set by lenders in years before 2001, and age in years 2 to 5.'
    expect(read(print({ between }, inMonths))).toMatchObject({ term: 330, age: 18, issues: [] })
  })
})

test('labels of dollars that make no range are told', () => {
  const labels = ['$1 - 50K', '$51K - $99K', 'Total']
  const rows = inYears.map((row, at) => row.with(0, labels[at] ?? ''))
  const { range, issues } = read(asText({ title: ['Current Principal Balances'] }, rows))
  expect([range, issues]).toEqual([null, ['label-is-not-a-range']])
})
