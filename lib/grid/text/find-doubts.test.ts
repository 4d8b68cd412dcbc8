import { describe, expect, test } from 'vitest'
import type { Grid } from '../grid.ts'
import { findTextGrids } from './find-text-grids.ts'

/** The only grid of the lines. */
function readOne(lines: readonly string[]): Grid {
  const [grid, ...more] = findTextGrids(lines, 1, lines.length)
  if (grid === undefined || more.length > 0) throw new Error(`${more.length + 1} grids`)
  return grid
}

const header = [
  '                  Number of        Principal    Weighted Average    Weighted Average',
  'Occupancy             Loans      Balance ($)            Rate (%)          Margin (%)',
]
const rows = [
  'Primary Home            739    61,124,738.79               5.310               2.125',
  'Second Home              82     7,205,001.00               6.805               2.250',
  'Investment               40     8,399,191.38               5.790               3.375',
]
const total = 'Total                   861    76,728,931.17               5.503               2.274'
const shift = (lines: readonly string[], by: number) => lines.map(line => ' '.repeat(by) + line)
const headings = ({ columns }: Grid) =>
  columns.map(({ header: words, inDoubt }) => (inDoubt ? `${words}?` : words))
const own = [
  'Number of Loans',
  'Principal Balance ($)',
  'Weighted Average Rate (%)',
  'Weighted Average Margin (%)',
]

describe('header words', () => {
  test('are certain over their figures', () => {
    expect(headings(readOne(['Occupancy', '', ...header, '', ...rows, total]))).toEqual(own)
  })

  test.each([10, 14, 20, 24, 30])('prove nothing of a neighbour when rows stand %i further right', by => {
    const grid = readOne(['Occupancy', '', ...header, '', ...shift([...rows, total], by)])
    for (const [order, words] of headings(grid).entries())
      expect(words.endsWith('?') || words === '' || words === own[order], words).toBe(true)
  })

  test('prove nothing from where characters were put into their line', () => {
    const broken = (header[1] ?? '').replace('($)', `($)${'('.repeat(20)}`)
    const grid = readOne(['Occupancy', '', header[0] ?? '', broken, '', ...rows, total])
    expect(
      headings(grid)
        .slice(2)
        .every(words => words.endsWith('?')),
    ).toBe(true)
  })

  test('prove nothing when the rule below them stands beside the figures too', () => {
    const rule = '-------------     -------  ---------------  ------------------  ------------------'
    const ruled = [header[0] ?? '', ...shift([header[1] ?? '', rule], 18)]
    const grid = readOne(['Occupancy', '', ...ruled, ...rows, total])
    expect(
      headings(grid)
        .filter(words => words !== '')
        .every(words => words.endsWith('?')),
    ).toBe(true)
  })

  test('prove nothing when a rule draws their columns, and each column of figures stands beside its own', () => {
    const grid = readOne([
      'Rates',
      '',
      'Rate      Number of Loans    Rate     Margin      Aggregate Balance',
      '------    ---------------  --------  ------------ -----------------',
      '5.000           40    4,000,000.00   59.70     5.1',
      '5.125           27    2,700,000.00   40.30     6.2',
      'Total           67    6,700,000.00  100.00     5.5',
    ])
    expect(headings(grid)).toEqual(['Number of Loans?', 'Rate?', 'Margin?', 'Aggregate Balance?'])
  })

  test('prove nothing when their beginning is lost and they have slid to the left', () => {
    const grid = readOne([
      'Loans       Balance    % of Pool',
      'None               739    61,124,738.79       89.46',
      '12 Months           82     7,205,001.00       10.54',
      'Total              821    68,329,739.79      100.00',
    ])
    expect(
      headings(grid)
        .filter(words => words !== '')
        .every(words => words.endsWith('?')),
    ).toBe(true)
  })
})

describe('rows', () => {
  const drawn = (grid: Grid) => grid.rows.map(({ cells }) => cells.map(cell => cell?.text ?? ''))

  test.each([1, 7, 16, 20])('that stand %i further right keep their figures in order', by => {
    const [first = '', ...others] = rows
    const grid = readOne(['Occupancy', '', ...header, '', first, ...shift(others, by), total])
    expect(drawn(grid)).toEqual(drawn(readOne(['Occupancy', '', ...header, '', ...rows, total])))
  })

  test('leave the header to the rows it lines up with', () => {
    const [first = '', ...others] = rows
    const grid = readOne(['Occupancy', '', ...header, '', ...shift([first], 20), ...others, total])
    expect(headings(grid)).toEqual(own)
  })

  test('that print some figures and line up with other columns when moved, leave those astray', () => {
    const grid = readOne(['Occupancy', '', ...header, '', ...rows, `            ${total.slice(0, 64)}`])
    const last = grid.rows.at(-1)
    expect(last?.astray?.map(({ text }) => text)).toContain('5.503')
    expect(last?.cells.map(cell => cell?.text)).not.toContain('5.503')
  })
})
