import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

const head = ['State', 'Number of Loans', 'Principal Balance', 'Percent of Pool', 'W.A. LTV']
const body = [
  ['Oregon', '120', '24,000,250', '48.00%', '78.11'],
  ['Nevada', '70', '17,500,000', '35.00', '79.62'],
  ['Utah', '60', '8,500,000', '17.00', '80.25'],
]
const sums = ['250', '50,000,250', '100.00%', '79.00']

type Rows = readonly (readonly string[])[]

const asText = (rows: Rows, title = 'Geographic Distribution') =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    '',
    title,
    '',
    ...[head, ...rows].map(row => row.map((cell, at) => (at ? cell.padStart(20) : cell.padEnd(24))).join('')),
  ].join('\n')

const asHtml = (rows: Rows, title = 'Geographic Distribution') =>
  `<html><p>Alder Mortgage Loan Trust 2004-1</p><p>${title}</p><table>${[head, ...rows]
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></html>`

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const [table] = answer.report.stratifications
  return {
    dimension: table?.dimension,
    labels: table?.buckets.map(({ label }) => label),
    total: table?.total?.label,
    balance: table?.total?.values.balanceCents,
    failing: answer.report.checks.filter(({ outcome }) => outcome === 'fail').length,
    issues: answer.report.issues.map(({ code }) => code),
  }
}

const labels = body.map(([label]) => label)

describe.each([
  ['text', asText],
  ['HTML', asHtml],
] as const)('in %s', (_, print) => {
  test.each([
    'All Loans',
    'All Mortgage Loans',
    'Aggregate',
    'Aggregate Pool',
    'Pool',
    'Entire pool',
    'Grand Total',
    'Overall',
    'The Alder Loans',
  ])('a last row called %s is the total, for columns add up to it', name => {
    const total = { total: name, balance: 5_000_025_000 }
    expect(read(print([...body, [name, ...sums]]))).toEqual({
      dimension: 'state',
      labels,
      ...total,
      failing: 0,
      issues: [],
    })
  })

  test('a last row to which nothing adds up is a part like others', () => {
    const rows = [...body, ['Wyoming', '50', '10,000,000', '20.00', '70.10']].map(row => row.with(3, ''))
    expect(read(print([...rows, ['Total', '300', '60,000,250', '', '79.00']])).labels).toEqual([
      ...labels,
      'Wyoming',
    ])
  })

  test('a last row of half the pool is a part of it', () => {
    const halves = [
      ['Oregon', '120', '24,000,000', '25.00%', '78.11'],
      ['Nevada', '120', '24,000,000', '25.00', '79.62'],
      ['Utah', '240', '48,000,000', '50.00', '80.25'],
    ]
    expect(read(print(halves)).labels).toEqual(['Oregon', 'Nevada', 'Utah'])
  })

  test('sums carried over a page are no parts', () => {
    const carried = ['190', '41,500,250', '83.00%', '']
    const rows = [
      ...body.slice(0, 2),
      ['Carried forward', ...carried],
      ['Brought forward', ...carried],
      ...body.slice(2),
    ]
    const { total, failing, ...rest } = read(print([...rows, ['Total', ...sums]]))
    expect([rest.labels, total, failing]).toEqual([labels, 'Total', 0])
  })

  test('rows that are no states make no table of states', () => {
    const cities = body.map((row, at) => row.with(0, ['Portland', 'Reno', 'Provo'][at] ?? ''))
    const { dimension, issues } = read(print([...cities, ['Total', ...sums]]))
    expect([dimension, issues]).toEqual([null, ['dimension-is-not-certain']])
    const regions = body.map((row, at) => row.with(0, ['Pacific', 'New England', 'Midwest'][at] ?? ''))
    expect(read(print([...regions, ['Total', ...sums]])).dimension).toBe('state')
  })
})

describe('a total that stands first', () => {
  const printed = ['Total', ...sums]
  for (const [medium, print] of Object.entries({ text: asText, html: asHtml }))
    test(`is the total, ${medium}`, () => {
      expect(read(print([printed, ...body]))).toMatchObject({
        labels: ['Oregon', 'Nevada', 'Utah'],
        total: 'Total',
        balance: 5_000_025_000,
        failing: 0,
      })
    })

  test('is held against the rows, and fails where it is not their sum', () => {
    const wrong = ['Total', '260', '50,000,250', '100.00%', '79.00']
    expect(read(asText([wrong, ...body]))).toMatchObject({ balance: 5_000_025_000, failing: 1 })
  })

  test('is a sum of a part where another stands last', () => {
    const part = ['Total West', ...sums]
    expect(read(asText([part, ...body, printed]))).toMatchObject({
      total: 'Total',
      labels: ['Oregon', 'Nevada', 'Utah'],
    })
  })
})
