import { expect, test } from 'vitest'
import { makeWhole } from './broken-words.ts'

test.each([
  ['Number of Mort-gage Loans', 'Number of Mortgage Loans'],
  ['PERCENT- AGE of Balance', 'PERCENTAGE of Balance'],
  ['Loan-to-Value Ratio', 'Loan-to-Value Ratio'],
  ['Owner-occupied', 'Owner-occupied'],
  ['Cut- off Date', 'Cut- off Date'],
])('%s is made %s', (printed, whole) => {
  expect(makeWhole(printed)).toBe(whole)
})
