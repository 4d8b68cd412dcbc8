import { expect, test } from 'vitest'
import { readFiling } from '../read-filing.ts'

function labelsOf(source: string, name: string): string[] {
  const answer = readFiling(Buffer.from(source), name)
  if (!('report' in answer)) throw new Error('refused')
  return answer.report.stratifications.flatMap(({ buckets }) => buckets.map(({ label }) => label))
}

const ROWS = [
  ['1', '60601', '9', '900,000.00', '9.00%'],
  ['2', '85001', '8', '800,000.00', '8.00%'],
  ['3', '33101', '7', '700,000.00', '7.00%'],
  ['Other', '', '76', '7,600,000.00', '76.00%'],
]

function page(over: string): string {
  const rows = ROWS.map(
    ([rank = '', code = '', loans = '', balance = '', share = '']) =>
      `${rank.padEnd(8)}${code.padEnd(12)}${loans.padStart(9)}${balance.padStart(14)}${share.padStart(10)}`,
  )
  return `Largest Zip Codes of the Mortgage Loans

${over.padEnd(8)}Zip Code       Number     Principal   Percent
                     of Loans       Balance   of Pool
${rows.join('\n')}
`
}

function cells(over: string): string {
  const header = [over, 'Zip Code', 'Number of Loans', 'Principal Balance', 'Percent of Pool']
  const rows = [header, ...ROWS].map(row => `<tr>${row.map(text => `<td>${text}</td>`).join('')}</tr>`)
  return `<html><p>Largest Zip Codes of the Mortgage Loans</p><table>${rows.join('')}</table></html>`
}

test('numbers under the word rank are no labels, though the names behind them are numbers', () => {
  for (const over of ['Rank', 'Ranking']) {
    expect(labelsOf(page(over), 'a.txt')).toEqual(['60601', '85001', '33101', 'Other'])
    expect(labelsOf(cells(over), 'a.htm')).toEqual(['60601', '85001', '33101', 'Other'])
  }
})

test('numbers under another word stay labels', () => {
  expect(labelsOf(page('Units'), 'a.txt')).not.toContain('60601')
  expect(labelsOf(cells('Units'), 'a.htm')).not.toContain('60601')
})
