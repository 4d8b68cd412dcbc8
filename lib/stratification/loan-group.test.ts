import { describe, expect, it, test } from 'vitest'
import type { Grid } from '../grid/grid.ts'
import { readFiling } from '../read-filing.ts'
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

describe('a group right above the rows', () => {
  const rows = [
    'Primary         100   10,000,000',
    'Investor         50   10,000,000',
    'Total           150   20,000,000',
  ]
  const under = (stub: string, group: string) => {
    const lines = ['             OCCUPANCY', '', `${stub.padEnd(14)} Loans      Balance`, group, ...rows]
    const result = readFiling(Buffer.from(lines.join('\n')), 'pool.txt')
    if ('refusal' in result) throw new Error('refused')
    const [table] = result.report.stratifications
    return [table?.loanGroup, table?.stub?.header]
  }

  it.each(['Group I', 'Loan Group 2', 'Fixed Rate Loans'])(
    'stands under the header over the labels: %s',
    group => {
      expect(under('Occupancy', group)).toEqual([group, 'Occupancy'])
    },
  )

  it('is none where the words go on from those above', () => {
    expect(under('Occupancy of', 'Fixed Rate Loans')).toEqual([null, 'Occupancy of Fixed Rate Loans'])
    expect(under('Combined', 'Occupancy')).toEqual([null, 'Combined Occupancy'])
  })

  it('is none where a kind of loans alone heads the labels, and nothing says what else is split', () => {
    const text = ['Hybrid Loans   Loans      Balance', ...rows].join('\n')
    const result = readFiling(Buffer.from(text), 'pool.txt')
    if ('refusal' in result) throw new Error('refused')
    expect(result.report.stratifications.map(({ loanGroup }) => loanGroup)).toEqual([null])
  })
})
