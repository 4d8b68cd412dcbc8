import { describe, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'

const titles = (source: string, name: string) => {
  const result = readFiling(Buffer.from(source), name)
  if ('refusal' in result) throw new Error('refused')
  return result.report.stratifications.map(({ title, dimension, loanGroup }) => [title, dimension, loanGroup])
}

const first = [
  ['60.01 - 70.00', '100', '10,000,000'],
  ['70.01 - 80.00', '50', '10,000,000'],
  ['Total', '150', '20,000,000'],
]
const second = [
  ['60.01 - 70.00', '10', '1,000,000'],
  ['70.01 - 80.00', '5', '1,000,000'],
  ['Total', '15', '2,000,000'],
]
const asText = (rows: string[][]) =>
  rows.map(
    ([label = '', loans = '', balance = '']) => label.padEnd(16) + loans.padStart(8) + balance.padStart(14),
  )
const asHtml = (rows: string[][]) =>
  rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n')

describe('tables of loan groups below each other are titled by what stands over the first', () => {
  const expected = (one: string, other: string) => [
    ['LOAN-TO-VALUE RATIOS', 'original-ltv', one],
    ['LOAN-TO-VALUE RATIOS', 'original-ltv', other],
  ]
  const pairs = [
    ['Group I', 'Group II'],
    ['Fixed Rate Loans', 'Adjustable Rate Loans'],
  ] as const

  it.each(pairs)('in text: %s, %s', (one, other) => {
    const head = ['          LOAN-TO-VALUE RATIOS', '', '                   Loans       Balance']
    for (const gap of [[], ['']]) {
      const lines = [...head, one, ...gap, ...asText(first), '', other, ...gap, ...asText(second)]
      expect(titles(lines.join('\n'), 'stack.txt')).toEqual(expected(one, other))
    }
  })

  it.each(pairs)('in HTML: %s, %s', (one, other) => {
    const heading = (group: string) => `<tr><td colspan="3"><b>${group}</b></td></tr>`
    const head = '<tr><td>Range</td><td>Loans</td><td>Balance</td></tr>'
    const rows = [head, heading(one), asHtml(first), heading(other), asHtml(second)].join('\n')
    const page = `<html><body><p>LOAN-TO-VALUE RATIOS</p><table>${rows}</table></body></html>`
    expect(titles(page, 'stack.htm')).toEqual(expected(one, other))
  })

  it('but not where the second has words or a header of its own', () => {
    const head = (title: string) => [`          ${title}`, '', '                   Loans       Balance']
    const lines = [
      ...head('LOAN-TO-VALUE RATIOS'),
      ...asText(first),
      '',
      ...head('Group II'),
      ...asText(second),
    ]
    expect(titles(lines.join('\n'), 'stack.txt')).toEqual([['LOAN-TO-VALUE RATIOS', 'original-ltv', null]])
  })
})
