import { expect, test } from 'vitest'
import { draw, headersOf, readOne } from '../../testing/text-grids.ts'

test('sets figures parted by tabs into columns, at their places in the file', () => {
  const grid = readOne(
    'Years\n\nYear\tLoans\tBalance\n2001\t12\t$1,200.00\n2002\t5\t$800.00\nTotal\t17\t$2,000.00',
  )
  expect(headersOf(grid)).toEqual(['Year', 'Loans', 'Balance'])
  expect(draw(grid)).toEqual(['2001 | 12 | 1,200.00', '2002 | 5 | 800.00', 'Total | 17 | 2,000.00'])
  expect(grid.rows[1]?.cells[1]?.at).toEqual({ line: 5, start: 9, end: 15 })
})

test('goes by the number of tabs over rules, wrapped labels and a total that ends early', () => {
  const grid = readOne(
    'Loan Programs\n\n\tNumber of\tPrincipal\tAverage\nType of Program\tLoans\tBalance\tScore\n---------------- ------ ------ ------\nStated Income/\nStated Asset\t12\t$1,200.00\t701\nFull\t5\t$800.00\t688\n--------- --------\nTotal\t17\t$2,000.00',
  )
  expect(headersOf(grid)).toEqual([
    'Type of Program',
    'Number of Loans',
    'Principal Balance',
    'Average Score',
  ])
  expect(draw(grid)).toEqual([
    'Stated Income/Stated Asset | 12 | 1,200.00 | 701',
    'Full | 5 | 800.00 | 688',
    'Total | 17 | 2,000.00 | ',
  ])
})

test('goes by tab stops where tabs only stand for blanks', () => {
  const grid = readOne(
    'Lien Position\n\nLien\t\t\t\tLoans\tBalance ($)\nFirst\t\t\t\t   12\t   1,200.00\nSecond and Third Lien\t\t    5\t     800.00\nTotal\t\t\t\t   17\t   2,000.00',
  )
  expect(headersOf(grid)).toEqual(['Lien', 'Loans', 'Balance ($)'])
  expect(draw(grid)).toEqual([
    'First | 12 | 1,200.00',
    'Second and Third Lien | 5 | 800.00',
    'Total | 17 | 2,000.00',
  ])
  expect(grid.rows[1]?.cells[1]?.at).toEqual({ line: 5, start: 35, end: 41 })
})
