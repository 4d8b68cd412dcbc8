import { describe, expect, test } from 'vitest'
import { readFiling } from '../../read-filing.ts'
import type { Grid } from '../grid.ts'
import { findHtmlGrids } from '../html/find-html-grids.ts'
import { findTextGrids } from './find-text-grids.ts'

/** Two columns under one word of the line above, between columns of their own. */
const own = ['Loans', 'Coupon', 'LTV', 'Balance']
const rows = [
  ['Purchase', '120', '5.500', '70.00', '9,000,000.00'],
  ['Refinance', '160', '5.750', '72.50', '24,000,000.00'],
  ['Total', '280', '5.682', '71.82', '33,000,000.00'],
]
const widths = [12, 10, 12, 12, 18]
const print = (cells: readonly string[]) =>
  cells.map((cell, order) => cell.padStart(widths[order] ?? 0)).join('')
/** Over the header words of the second and third column, from the first character of one to the last of the other. */
const [from, to] = [28, 46]
const over = (text: string) => ' '.repeat(from) + text.padStart((to - from + text.length) >> 1)

function asText(spanner: string, rule: string[]): string[] {
  return ['Loan Purposes', '', over(spanner), ...rule, print(['Purpose', ...own]), '', ...rows.map(print)]
}

function asHtml(spanner: string): string[] {
  const row = (cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  return [
    '<p>Loan Purposes</p><table>',
    `<tr><td></td><td></td><td colspan="2">${spanner}</td><td></td></tr>`,
    row(['Purpose', ...own]),
    ...rows.map(row),
    '</table>',
  ]
}

const headersOf = ([grid]: Iterable<Grid>) => grid?.columns.map(({ header }) => header)
const spanned = (words: string) => ['Loans', `${words} Coupon`, `${words} LTV`, 'Balance']

describe('words over two columns', () => {
  test.each(['Minimum', 'Weighted Average', 'W.A.'])('hold as far as the rule below them: %s', words => {
    const lines = asText(words, [' '.repeat(from) + '-'.repeat(to - from)])
    expect(headersOf(findTextGrids(lines, 1, lines.length))).toEqual(spanned(words))
  })

  test.each(['Minimum', 'Max.', 'Highest'])(
    'hold for both where an extreme stands in their middle: %s',
    words => {
      const lines = asText(words, [])
      expect(headersOf(findTextGrids(lines, 1, lines.length))).toEqual(spanned(words))
    },
  )

  test.each(['Minimum', 'Weighted Average'])('hold as far as their cell of HTML: %s', words => {
    const lines = asHtml(words)
    expect(headersOf(findHtmlGrids(lines, 1, lines.length))).toEqual(spanned(words))
  })

  test('make no average of an extreme', () => {
    const all = [asText('Minimum', []), asText('Maximum', [over('-'.repeat(to - from))]), asHtml('Maximum')]
    for (const lines of all) {
      const answer = readFiling(Buffer.from(lines.join('\n')), 'extremes.txt')
      const [table] = 'report' in answer ? answer.report.stratifications : []
      const measures = table?.columns.map(({ measure }) => measure)
      expect(measures).not.toContain('waRatePct')
      expect(measures).not.toContain('waLtvPct')
      expect(measures).toContain('balanceCents')
    }
  })
})
