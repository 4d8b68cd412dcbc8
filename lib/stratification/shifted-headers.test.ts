import { expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

const header = [
  '                  Number of        Principal    Weighted Average    Weighted Average',
  'Occupancy             Loans      Balance ($)            Rate (%)          Margin (%)',
]
const rows = [
  'Primary Home            739    61,124,738.79               5.310               2.125',
  'Second Home              82     7,205,001.00               6.805               2.250',
  'Investment               40     8,399,191.38               5.790               3.375',
  'Total                   861    76,728,931.17               5.503               2.274',
]
const own = ['loanCount', 'balanceCents', 'waRatePct', 'waMarginPct']
const shift = (line: string, by: number) => ' '.repeat(by) + line
const shifts = Array.from({ length: 40 }, (_, by) => by + 1)

function read(lines: readonly string[]) {
  const text = ['Occupancy Types', '', ...lines]
  const { value, issues } = readStratifications(findTextGrids(text, 1, text.length))
  return { ...value, issues }
}

/** The measures that columns are given, where it is another than their own. */
function wrongs(lines: readonly string[]): (string | null)[] {
  const [table] = read(lines).stratifications
  const measures = table?.columns.map(({ measure }) => measure) ?? []
  return measures.filter((measure, order) => measure !== null && measure !== own[order])
}

test('a header in its place gives every measure', () => {
  const [table] = read([...header, ...rows]).stratifications
  expect(table?.columns.map(({ measure }) => measure)).toEqual(own)
})

test.each(shifts)('a header %i characters right of its figures gives none of a neighbour', by => {
  expect(wrongs([...header.map(line => shift(line, by)), ...rows])).toEqual([])
})

test.each(shifts)('figures %i characters right of their header take none of a neighbour', by => {
  expect(wrongs([...header, ...rows.map(line => shift(line, by))])).toEqual([])
})

test.each(shifts)('one line of a header %i characters right of the other gives none of a neighbour', by => {
  const [first = '', second = ''] = header
  expect(wrongs([shift(first, by), second, ...rows])).toEqual([])
  expect(wrongs([first, shift(second, by), ...rows])).toEqual([])
})

test.each(shifts)('rows %i characters right of others take none of a neighbour', by => {
  for (let many = 1; many < rows.length; many++) {
    const moved = rows.map((line, order) => (order < many ? shift(line, by) : line))
    expect(wrongs([...header, ...moved])).toEqual([])
  }
})

test('a column whose header may head another is said to be so, and its figures are not read', () => {
  const { stratifications, issues } = read([
    header[0] ?? '',
    (header[1] ?? '').replace('Rate', `${' '.repeat(10)}Rate`),
    ...rows,
  ])
  const measures = stratifications[0]?.columns.map(({ measure }) => measure) ?? []
  const inDoubt = issues.filter(({ code }) => code === 'header-may-head-another-column')
  expect(inDoubt.length).toBeGreaterThan(0)
  expect(measures.filter(measure => measure === null).length).toBe(inDoubt.length)
})

test('a figure that may be of another column is said to be so, and not read', () => {
  const wide = rows.map(line => line.replace(/^(Total.{60}).*/, '            $1'))
  const { stratifications, issues } = read([...header, ...wide])
  expect(issues.map(({ code }) => code)).toContain('figure-may-be-of-another-column')
  expect(stratifications[0]?.total?.values.waMarginPct ?? null).toBeNull()
})

test('whole numbers that come to a hundred are no shares where others stand under another header', () => {
  const read = (share: string) => {
    const lines = `Original Terms of the Mortgage Loans

Term            %         Margin      ${share}
---------------------------------------
180            50   9,000,000.00   45.00
240            30   7,000,000.00   35.00
360            20   4,000,000.00   20.00
Total         100  20,000,000.00  100.00`.split('\n')
    const { value } = readStratifications(findTextGrids(lines, 1, lines.length), lines)
    return value.stratifications.flatMap(({ columns }) => columns.map(({ measure }) => measure))
  }
  expect(read('Loans')).not.toContain('balancePct')
  expect(read('% of Number')).toContain('balancePct')
})
