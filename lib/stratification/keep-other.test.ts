import { expect, test } from 'vitest'
import { findHtmlGrids } from '../grid/html/find-html-grids.ts'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { readStratifications } from './index.ts'

test('keeps the signs of figures in text', () => {
  const lines = [
    'COLLATERAL SUMMARY',
    '',
    'Number of Mortgage Loans:               1,204',
    'Average Principal Balance:      $  177,275.85',
    'Weighted Average Gross Coupon:         7.412 %',
    'Weighted Average FICO Score:              631',
  ]
  const { otherTables } = readStratifications(findTextGrids(lines, 1, lines.length), lines).value
  expect(otherTables[0]?.rows.slice(-4).map(([, figure]) => figure)).toEqual([
    '1,204',
    '$177,275.85',
    '7.412%',
    '631',
  ])
})

test('keeps the signs of figures in cells of their own, on other lines of HTML', () => {
  const cells = (...texts: string[]) => ['<tr>', ...texts.map(text => `<td>${text}</td>`), '</tr>']
  const lines = [
    '<table>',
    ...cells('Number of Mortgage Loans', '', '1,204', ''),
    ...cells('Average Principal Balance', '$', '<b>177,275.85</b>', '&nbsp;'),
    ...cells('Weighted Average Coupon', '', '7.412', '%'),
    ...cells('Weighted Average FICO', '', '631', ''),
    '</table>',
  ]
  const { otherTables } = readStratifications(findHtmlGrids(lines, 1, lines.length), lines).value
  expect(otherTables[0]?.rows.slice(-4).map(([, figure]) => figure)).toEqual([
    '1,204',
    '$177,275.85',
    '7.412%',
    '631',
  ])
})

test('keeps the total under classes that end in ratings', () => {
  const lines = [
    'CLASS SUMMARY',
    '',
    'Class       Balance          Rate      Rating',
    '--------------------------------------------',
    'A-1      $80,000,000        5.25%       AAA',
    'M-1        5,000,000        5.90%        AA',
    '--------------------------------------------',
    'Total    $85,000,000',
    '',
    'Total sums are approximate, 5% more or less.',
  ]
  const { otherTables } = readStratifications(findTextGrids(lines, 1, lines.length), lines).value
  expect(otherTables.map(({ kind }) => kind)).toEqual(['classes'])
  expect(otherTables[0]?.rows.at(-1)).toEqual(['Total', '$85,000,000', '', ''])
  expect(otherTables[0]?.at.lastLine).toBe(8)
})
