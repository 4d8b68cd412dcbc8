import { expect, test } from 'vitest'
import type { Grid } from './grid.ts'
import { findHtmlGrids } from './html/find-html-grids.ts'
import { joinBounds } from './join-bounds.ts'
import { findTextGrids } from './text/find-text-grids.ts'

const pairs = [
  ['From', 'To', '0.01 - 100,000.00'],
  ['Minimum', 'Maximum', '0.01 - 100,000.00'],
  ['Low', 'High', '0.01 - 100,000.00'],
  ['Greater than', 'Less than or equal to', 'over 0.01 - 100,000.00'],
  ['At least', 'Less than', '0.01 - less than 100,000.00'],
  ['Range of Balances Over', 'Not more than', 'over 0.01 - 100,000.00'],
] as const

const rows = [
  ['0.01', '100,000.00', '120', '9,000,000.00', '15.00'],
  ['100,000.01', '200,000.00', '160', '24,000,000.00', '40.00'],
  ['200,000.01', '300,000.00', '108', '27,000,000.00', '45.00'],
  ['Total', '', '388', '60,000,000.00', '100.00'],
]
const others = ['Number of Loans', 'Principal Balance', 'Percent']

function asText(low: string, high: string, body = rows): string[] {
  const print = (cells: readonly string[]) =>
    cells
      .map(cell => cell.padStart(24))
      .join('')
      .trimEnd()
  return ['Mortgage Loan Balances', '', print([low, high, ...others]), '-'.repeat(120), ...body.map(print)]
}

function asHtml(low: string, high: string): string[] {
  const print = (cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  const table = [[low, high, ...others], ...rows].map(print)
  return ['<p>Mortgage Loan Balances</p>', '<table>', ...table, '</table>']
}

function summarize(grids: Iterable<Grid>) {
  return [...grids].map(joinBounds).map(({ columns, rows }) => ({
    columns: columns.map(({ header }) => header),
    labels: rows.map(({ label }) => label?.text),
  }))
}

test.each(pairs)('bounds under “%s” and “%s” are one label', (low, high, label) => {
  for (const grids of [
    findTextGrids(asText(low, high), 1, rows.length + 4),
    findHtmlGrids(asHtml(low, high), 1, rows.length + 4),
  ]) {
    const [read, ...more] = summarize(grids)
    expect(more).toEqual([])
    expect(read?.columns).toEqual(others)
    expect([read?.labels[0], read?.labels[3]]).toEqual([label, 'Total'])
  }
})

test('a row without an upper bound keeps its label, and columns of other figures stay', () => {
  const open = rows.with(2, ['Over 200,000', '', '108', '27,000,000.00', '45.00'])
  const [read] = summarize(findTextGrids(asText('From', 'To', open), 1, rows.length + 4))
  expect(read?.labels).toEqual(['0.01 - 100,000.00', '100,000.01 - 200,000.00', 'Over 200,000', 'Total'])
  const odd = rows.with(1, ['Not known', '200,000.00', '160', '24,000,000.00', '40.00'])
  const [kept] = summarize(findTextGrids(asText('From', 'To', odd), 1, rows.length + 4))
  expect(kept?.columns).toHaveLength(4)
  const [other] = summarize(findTextGrids(asText('From', 'Loans'), 1, rows.length + 4))
  expect(other?.columns).toHaveLength(4)
})
