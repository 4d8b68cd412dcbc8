import { expect, test } from 'vitest'
import { groupFinder } from './named-group.ts'

const groups = [
  'Loan Group 1',
  'Loan Group 12',
  'GROUP II',
  'Group 3 Adjustable Rate',
  'ARM loans',
  'LOAN GROUP 5',
]

test.each([
  ['of the loan group 1 mortgage loans', 'Loan Group 1'],
  ['of the Loan Group 12 Mortgage Loans', 'Loan Group 12'],
  ['of Group II', 'GROUP II'],
  ['of Group I', 'Group I'],
  ['of Group 3 adjustable rate loans', 'Group 3 Adjustable Rate'],
  ['of group 33 and of Group II', 'GROUP II'],
  ['of Group 7', 'Group 7'],
  ['of the Group 5 mortgage loans', 'LOAN GROUP 5'],
  ['of Mortgage Loan Group 5', 'LOAN GROUP 5'],
  ['of Pool 5', 'Pool 5'],
  ['of the ARM loans', 'ARM loans'],
  ['of the pool', null],
  ['', null],
])('%s: %s', (words, group) => {
  expect(groupFinder(groups)(words)).toBe(group)
})

test('names what the words say where no table is of a group', () => {
  expect([groupFinder([])('of Loan Group 2'), groupFinder([])('of the loans')]).toEqual([
    'Loan Group 2',
    null,
  ])
})
