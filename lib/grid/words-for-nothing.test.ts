import { expect, test } from 'vitest'
import { readStratifications } from '../stratification/index.ts'
import type { Grid } from './grid.ts'
import { findHtmlGrids } from './html/find-html-grids.ts'
import { findTextGrids } from './text/find-text-grids.ts'

const words = ['none', 'nil', 'Not Available', 'not applicable', 'Not Rated', 'UNAVAILABLE']
const header = ['Credit Score', '#', 'Principal Balance', 'Average Score']
const rowsWith = (cell: string) => [
  ['600 - 659', '40', '$8,000,000.00', '640'],
  ['660 - 719', '25', '5,000,000.00', '690'],
  ['Not Available', '11', '2,000,000.00', cell],
  ['Total', '76', '$15,000,000.00', '659'],
]

function textWith(cell: string): Grid[] {
  const line = (cells: readonly string[]) =>
    cells.map((one, order) => (order === 0 ? one.padEnd(16) : one.padStart(22))).join('')
  const lines = ['Credit Scores of the Mortgage Loans', '', line(header), ...rowsWith(cell).map(line)]
  return [...findTextGrids(lines, 1, lines.length)]
}

function htmlWith(cell: string): Grid[] {
  const row = (cells: readonly string[]) => `<tr>${cells.map(one => `<td>${one}</td>`).join('')}</tr>`
  const table = [header, ...rowsWith(cell)].map(row).join('\n')
  const lines = `<p>Credit Scores of the Mortgage Loans</p>\n<table>\n${table}\n</table>`.split('\n')
  return [...findHtmlGrids(lines, 1, lines.length)]
}

test.each(words.flatMap(word => [textWith, htmlWith].map(print => [word, print] as const)))(
  '“%s” in the last column is a figure that is not given: %o',
  (word, print) => {
    const { value, issues } = readStratifications(print(word))
    const [table] = value.stratifications
    expect(table?.buckets.map(({ label }) => label)).toEqual(['600 - 659', '660 - 719', 'Not Available'])
    expect(table?.buckets.at(-1)?.values).toEqual({
      loanCount: 11,
      balanceCents: 200_000_000,
      waCreditScore: null,
    })
    expect(table?.total?.values.loanCount).toBe(76)
    expect(issues).toEqual([])
  },
)

test('a leader of dots may lead to words for nothing', () => {
  const [grid] = textWith('none')
  const dotted = grid === undefined ? [] : grid.rows.map(({ cells }) => cells.at(-1)?.text)
  expect(dotted).toEqual(['640', '690', 'none', '659'])
  const lines = [
    'Credit Scores of the Mortgage Loans',
    '',
    'Score                 Loans      Balance         Average Score',
    '600 - 659                40    8,000,000                   640',
    'Not Available            11    2,000,000 ................. none',
    'Total                    51   10,000,000                   640',
  ]
  const [led] = findTextGrids(lines, 1, lines.length)
  expect(led?.rows.map(({ cells }) => cells.map(cell => cell?.text))[1]).toEqual(['11', '2,000,000', 'none'])
})

test.each(['less than 0.01%', '(under 0.1%)', 'LT 0.01', 'negligible'])(
  '“%s” between columns is a figure that is not given',
  words => {
    const rows = [
      ['Purchase', '40', '99.99%', '640'],
      ['Other', '1', words, '690'],
    ]
    const text = rows.map(cells =>
      cells
        .map(cell => cell.padEnd(22))
        .join('')
        .trimEnd(),
    )
    const [inText] = findTextGrids(text, 1, text.length)
    const html = rows.map(cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`)
    const table = [
      '<table>',
      '<tr><td>Purpose</td><td>Loans</td><td>%</td><td>FICO</td></tr>',
      ...html,
      '</table>',
    ]
    const [inHtml] = findHtmlGrids(table, 1, table.length)
    for (const grid of [inText, inHtml]) {
      expect(grid?.rows.map(({ label }) => label?.text)).toEqual(['Purchase', 'Other'])
      expect(grid?.rows[1]?.cells.map(cell => cell?.text.replace(/[()%]/g, ''))).toEqual([
        '1',
        words.replace(/[()%]/g, ''),
        '690',
      ])
    }
  },
)
