import { expect, test } from 'vitest'
import { findTextGrids } from './find-text-grids.ts'

test('parts words over labels from those of the first column, where a rule draws the columns alone', () => {
  const lines = `Gross Margins

                               Number         Aggregate
                                   of Principal Balance
  Range of Margins (%) Mortgage Loans   Outstanding ($)

  1.000 - 1.499                   397    $16,482,364.07
  2.500 - 2.999                   722    $11,942,548.95
                       ============== =================
  TOTAL                         1,119    $28,424,913.02`.split('\n')
  const [grid] = findTextGrids(lines, 1, lines.length)
  expect(grid?.stub?.text).toBe('Range of Margins (%)')
  expect(grid?.columns.map(({ header }) => header)).toEqual([
    'Number of Mortgage Loans',
    'Aggregate Principal Balance Outstanding ($)',
  ])
})
