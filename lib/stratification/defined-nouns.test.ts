import { describe, expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { findDefinedNouns } from './defined-nouns.ts'

test.each([
  [['the home improvement contracts (the "HICs") of the trust'], { HIC: 'contract' }],
  [['Each loan (each, an "HIL" and together, the "HILs")'], { HIL: 'loan' }],
  [['retail installment sale contracts', '(collectively, the “RISCs”)'], { RISC: 'contract' }],
  [['loans secured by water craft (the &#147;Marine Loans&#148;)'], {}],
  [['equipment leases (the &ldquo;Agreements&rdquo;)'], { Agreement: 'lease' }],
  [['our dealers (the "DLRs")'], {}],
  [['the loans. Our dealers (the "DLRs")'], {}],
  [['a loan of which the "HICs" are no part'], {}],
])('of the nouns that a filing defines those are known that stand for loans: %j', (lines, nouns) => {
  expect(Object.fromEntries(findDefinedNouns(lines))).toEqual(nouns)
})

const rows = [
  ['State', 'Number of HICs', 'Balance'],
  ['Ohio', '85', '$500,000.00'],
  ['Texas', '1,615', '$4,500,000.00'],
  ['Total', '1,700', '$5,000,000.00'],
] as const
const inText = (words: string) =>
  [
    words,
    '',
    'Geographic Distribution',
    '',
    ...rows.map(row => row.map(cell => cell.padStart(20)).join('')),
  ].join('\n')
const inHtml = (words: string) =>
  `<html><p>${words}</p><p>Geographic Distribution</p><table>${rows
    .map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</table></html>`

describe.each([
  ['text', inText],
  ['HTML', inHtml],
] as const)('a table in %s that counts under a noun of the filing', (_, print) => {
  const countIn = (words: string) => {
    const answer = readFiling(Buffer.from(print(words)), 'nouns')
    return 'refusal' in answer ? null : (answer.report.stratifications[0]?.total?.values.loanCount ?? null)
  }

  test('is of a pool where it is defined as what is lent', () => {
    expect(countIn('The tables describe the home improvement contracts (the "HICs").')).toBe(1700)
    expect(countIn('The tables describe certain contracts (each, a "HIC").')).toBe(1700)
  })

  test('is of none where it is not', () => {
    expect(countIn('The tables describe the heating and cooling units (the "HICs").')).toBeNull()
    expect(countIn('The tables describe the HICs.')).toBeNull()
  })
})
