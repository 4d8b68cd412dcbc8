import { describe, expect, test } from 'vitest'
import { rowName } from '../format/index.ts'
import { readFiling } from '../read-filing.ts'

const head = ['Loan Purpose', 'Number of Loans', 'Principal Balance', 'Percent of Pool']
const purchase = ['Purchase', '58', '11,600,000.00', '4.64%']
const refinance = ['Refinance', '1,159', '238,400,000.00', '95.36']
const parts = [
  ['  Cash Out', '346', '70,000,000.00', '28.00'],
  ['  Rate/Term', '51', '10,400,000.00', '4.16'],
  ['  Construction', '762', '158,000,000.00', '63.20'],
]
const total = ['Total', '1,217', '250,000,000.00', '100.00%']

type Rows = readonly (readonly string[])[]

const asText = (rows: Rows) =>
  [
    'Alder Mortgage Loan Trust 2004-1',
    '',
    'Purposes of the Mortgage Loans',
    '',
    ...[head, ...rows].map(row => row.map((cell, at) => (at ? cell.padStart(20) : cell.padEnd(24))).join('')),
  ].join('\n')

const asHtml = (rows: Rows) =>
  `<html><p>Alder Mortgage Loan Trust 2004-1</p><p>Purposes of the Mortgage Loans</p><table>${[head, ...rows]
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></html>`

function read(printed: string) {
  const answer = readFiling(Buffer.from(printed), 'invented.txt')
  if ('refusal' in answer) throw new Error(answer.refusal.message)
  const { stratifications, checks } = answer.report
  return {
    rows: stratifications[0]?.buckets.map(rowName),
    failing: checks.filter(({ outcome }) => outcome === 'fail').length,
  }
}

describe.each([
  ['text', asText],
  ['HTML', asHtml],
] as const)('in %s, a row whose parts are printed below it', (_, print) => {
  test('stands for them no more, and heads them', () => {
    expect(read(print([purchase, refinance, ...parts, total]))).toEqual({
      rows: ['Purchase', 'Refinance: Cash Out', 'Refinance: Rate/Term', 'Refinance: Construction'],
      failing: 0,
    })
  })

  test('is one like others where the total counts it so', () => {
    const rows = [purchase, ['Refinance', '51', '10,400,000.00', '4.16'], ...parts]
    const whole = ['Total', '1,268', '260,400,000.00', '104.16']
    expect(read(print([...rows, whole])).rows).toHaveLength(5)
  })

  test('is left out of nothing where its parts do not come to it', () => {
    const changed = [['  Cash Out', '347', '70,000,001.00', '28.01'], ...parts.slice(1)]
    const { rows, failing } = read(print([purchase, refinance, ...changed, total]))
    expect(rows).toHaveLength(5)
    expect(failing).toBeGreaterThan(0)
  })
})
