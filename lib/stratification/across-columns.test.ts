import { expect, test } from 'vitest'
import { findTextGrids } from '../grid/text/find-text-grids.ts'
import { nameAcross } from './across-columns.ts'

/** A table with words that begin at a place of the line over its header. */
function gridUnder(words: string, from: number) {
  const lines = `Loan Purposes

${' '.repeat(from)}${words}
                        Number of           Principal          Average
Purpose                     Loans             Balance           Coupon
Purchase                      150       30,000,000.00            6.500
Refinance                     100       20,000,000.00            6.750
Total                         250       50,000,000.00            6.600`.split('\n')
  const [grid] = findTextGrids(lines, 1, lines.length)
  if (grid === undefined) throw new Error('a table is printed')
  return grid
}

/** What is told of the loans of a table with words in the middle over its columns. */
const nameUnder = (words: string) => {
  const { ofLoans, columns } = nameAcross(gridUnder(words, Math.round(44 - words.length / 2)))
  return { ofLoans, first: columns[1]?.header }
}
const named = (ofLoans: string | null) => ({ ofLoans, first: 'Principal Balance' })

test.each([
  'Fixed Rate Mortgage Loans',
  'Adjustable Rate Loans',
  'Non-Conforming Mortgage Loans',
  'Second Lien Home Equity Loans',
  'Fixed Rate',
  'First Lien',
  'Group 2',
  'Jumbo',
])('“%s” across all columns names the loans', words => {
  expect(nameUnder(words)).toEqual(named(words))
})

test.each(['All Mortgage Loans', 'Total Mortgage Pool'])(
  '“%s” across all columns are those of the pool',
  words => {
    expect(nameUnder(words)).toEqual(named(null))
  },
)

test.each([
  'Cut-off Date',
  'As of the Closing Date',
  'Mortgage Loans',
  'Home Equity Loans',
  'Group 1 Group 2',
  'Number of Fixed Rate Loans',
  'Original Balance of Second Lien Loans',
  'Fixed Rate Loans that the Seller has sold to the Depositor and First Lien Loans',
])('“%s” across all columns names none', words => {
  expect(nameUnder(words).ofLoans).toBeUndefined()
})

test('words beside the middle are of the columns that they stand over', () => {
  const across = [37, 38, 42, 46, 47].map(from => gridUnder('Fixed Rate', from).across?.text)
  expect(across).toEqual([undefined, 'Fixed Rate', 'Fixed Rate', 'Fixed Rate', undefined])
})
