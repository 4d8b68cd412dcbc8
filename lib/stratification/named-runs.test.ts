import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { findHtmlGrids } from '../grid/html/find-html-grids.ts'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { gridOf } from '../testing/invented-grid.ts'
import { readStratifications } from './index.ts'

type Read = ReturnType<typeof readTables>

/** Group and measures of each table, with what its first row prints. */
function readTables(grids: Iterable<Grid>) {
  return readStratifications(grids).value.stratifications.map(({ loanGroup, buckets }) => ({
    loanGroup,
    first: buckets[0]?.values,
  }))
}

const names: string[][] = [
  ['Fixed Rate Loans', 'Adjustable Rate Loans'],
  ['Fixed Rate', 'Adjustable Rate', 'Total'],
  ['First Lien', 'Second Lien', 'All Loans'],
  ['Conforming', 'Non-Conforming'],
  ['Actuarial Contracts', 'Simple Interest Contracts'],
]

const heads = ['Number', 'Balance', 'Percent']
/** Of each part and the pool: loans, dollars, share of each row. */
const rows: [string, number, number][] = [
  ['Purchase', 100, 60],
  ['Refinance', 50, 30],
  ['Cash Out', 25, 10],
]

function figuresOf(order: number, weight: number, share: number): string[] {
  const loans = weight * (order + 1)
  const dollars = share * 100_000 * (order + 1)
  return [loans.toLocaleString('en-US'), dollars.toLocaleString('en-US'), share.toFixed(2)]
}

const width = 13
const centred = (text: string, room: number) => text.padStart((room + text.length) >> 1).padEnd(room)
const right = (cells: readonly string[]) => cells.map(cell => cell.padStart(width)).join('')

/** The table in columns of text, the names of its groups over the middle of their columns. */
function asText(groups: readonly string[]): string[] {
  const body = [...rows, ['Total', 175, 100] as const].map(([label, weight, share]) => {
    return label.padEnd(12) + right(groups.flatMap((_, order) => figuresOf(order, weight, share)))
  })
  return [
    'Loan Purpose',
    '',
    ' '.repeat(12) + groups.map(name => `  ${centred(name, 3 * width - 2)}`).join(''),
    ' '.repeat(12) + groups.map(() => `  ${'-'.repeat(3 * width - 2)}`).join(''),
    'Purpose'.padEnd(12) + right(groups.flatMap(() => heads)),
    '-'.repeat(12 + 3 * width * groups.length),
    ...body,
  ]
}

function asHtml(groups: readonly string[]): string {
  const row = (cells: readonly string[], more = '') =>
    `<tr>${cells.map(cell => `<td${more}>${cell}</td>`).join('')}</tr>`
  const body = [...rows, ['Total', 175, 100] as const].map(([label, weight, share]) =>
    row([label, ...groups.flatMap((_, order) => figuresOf(order, weight, share))]),
  )
  return [
    '<p>Loan Purpose</p><table>',
    `<tr><td></td>${groups.map(name => `<td colspan="3">${name}</td>`).join('')}</tr>`,
    row(['Purpose', ...groups.flatMap(() => heads)]),
    ...body,
    '</table>',
  ].join('\n')
}

function expected(groups: readonly string[]): Read {
  return groups.map((name, order) => ({
    loanGroup: /^(?:total|all)\b/i.test(name) ? null : name,
    first: { loanCount: 100 * (order + 1), balanceCents: 600_000_000 * (order + 1), balancePct: 60 },
  }))
}

describe('loans named over columns', () => {
  test.each(names.map(groups => ({ groups })))('are tables of their own in text: $groups', ({ groups }) => {
    const lines = asText(groups)
    expect(readTables(findTextGrids(lines, 1, lines.length))).toEqual(expected(groups))
  })

  test.each(names.map(groups => ({ groups })))('are tables of their own in HTML: $groups', ({ groups }) => {
    const lines = asHtml(groups).split('\n')
    expect(readTables(findHtmlGrids(lines, 1, lines.length))).toEqual(expected(groups))
  })
})

const groupsOf = (grid: Grid) => readTables([grid]).map(({ loanGroup }) => loanGroup)

test('a column for each, and one that they come to in every row, are tables of their own', () => {
  const headers = ['Fixed Balance', 'Hybrid Balance', 'Total Balance']
  const body = [
    ['Primary', '300,000.00', '500,000.00', '800,000.00'],
    ['Investor', '100,000.00', '200,000.00', '300,000.00'],
    ['Total', '400,000.00', '700,000.00', '1,100,000.00'],
  ]
  expect(groupsOf(gridOf(headers, body))).toEqual(['Fixed', 'Hybrid', null])
  const other = body.map((row, order) => row.with(3, order < 2 ? '500,000.00' : '1,000,000.00'))
  expect(groupsOf(gridOf(headers, other))).toEqual([null])
})

test.each([
  ['times', 'June 30, 2005', 'June 30, 2006'],
  ['states of the same loans', 'Current', 'Original'],
  ['nothing twice', 'Fixed Rate', 'Fixed Rate'],
])('words that name %s name no loans', (_, one, other) => {
  const headers = [one, other].flatMap(name => [`${name} Number of Loans`, `${name} Balance`])
  const body = [
    ['Primary', '3', '300,000.00', '5', '500,000.00'],
    ['Investor', '1', '100,000.00', '2', '200,000.00'],
    ['Total', '4', '400,000.00', '7', '700,000.00'],
  ]
  expect(groupsOf(gridOf(headers, body))).toEqual([null])
})

test('words that make another measure of a header name no loans', () => {
  const headers = ['Number of Loans', 'Balance', 'Average Number of Loans', 'Average Balance']
  const body = [
    ['Primary', '3', '300,000.00', '5', '100,000.00'],
    ['Investor', '1', '100,000.00', '2', '100,000.00'],
    ['Total', '4', '400,000.00', '7', '100,000.00'],
  ]
  expect(groupsOf(gridOf(headers, body))).toEqual([null])
})
