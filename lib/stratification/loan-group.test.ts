import { expect, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { cellOf, gridOf } from '../testing/invented-grid.ts'
import { loanGroupTeller } from './loan-group.ts'

const cells = (...lines: string[]) => lines.map(cellOf)

/** A table of two rows and a total, under such lines. */
function tableOf(title: readonly string[], total: readonly string[], other: Partial<Grid> = {}): Grid {
  const rows = [
    ['Owner', '10', '$1,000,000', '25.00%'],
    ['Investor', '30', '3,000,000', '75.00%'],
    ['Total', ...total],
  ]
  return gridOf(['Loans', 'Balance', '%'], rows, { title: cells(...title), ...other })
}

const groupsOf = (...grids: Grid[]) => grids.map(loanGroupTeller()).map(({ group }) => group)
const pool = ['40', '$4,000,000', '100.00%']
const other = ['70', '9,000,000', '100.00%']

test('a table without words over it is of the loans of the one above, where both come to the same', () => {
  const head = tableOf(['HILLSIDE LENDING PROGRAM', 'Loan Group I'], pool)
  expect(groupsOf(head, tableOf([], pool), tableOf([], pool))).toEqual([
    'Loan Group I',
    'Loan Group I',
    'Loan Group I',
  ])
  const inTitle = tableOf(['Occupancy of the Loans in Group 2'], pool)
  expect(groupsOf(inTitle, tableOf([], ['40', '4,000,000', '100%']))).toEqual(['Group 2', 'Group 2'])
})

test('it is of none where other loans are in it, or words stand over it', () => {
  const inTitle = tableOf(['Occupancy of the Loans in Group 2'], pool)
  expect(groupsOf(inTitle, tableOf([], other))).toEqual(['Group 2', null])
  expect(groupsOf(inTitle, tableOf(['Property Types'], pool))).toEqual(['Group 2', null])
  expect(groupsOf(inTitle, tableOf([], pool, { headings: cells('The Lender') }))).toEqual(['Group 2', null])
  expect(groupsOf(inTitle, tableOf([], pool, { orphan: cells('Lien Positions') }))).toEqual(['Group 2', null])
  expect(groupsOf(tableOf(['Occupancy'], pool), tableOf([], pool))).toEqual([null, null])
})

test('the totals of the last row tell, and a row that is no total tells nothing', () => {
  const inTitle = tableOf(['Occupancy of the Loans in Group 2'], pool)
  const rows = gridOf(['Loans', 'Balance', '%'], [['Owner', ...pool]]).rows
  expect(groupsOf(inTitle, tableOf([], pool, { rows }))).toEqual(['Group 2', null])
})
