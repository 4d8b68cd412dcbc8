import { expect, test } from 'vitest'
import { readScales } from './scale-words.ts'

test.each<[string, number | null, number | null]>([
  ['Property Types of the Mortgage Loans (in thousands)', 1e3, null],
  ['Accounts by Credit Score (in millions)', 1e6, null],
  ['Mortgage Loans by State (amounts in thousands)', 1e3, null],
  ['Balances of the Loans (accounts in thousands)', null, 1e3],
  ['Number of Loans (in thousands)', null, 1e3],
  ['Number of Loans (dollars in thousands)', 1e3, null],
  ['Thousands of Loans for Homes (by state)', null, 1e3],
  ['Accounts (in thousands)', null, 1e3],
  ['(in thousands)', 1e3, null],
  ['(Accounts and Dollars in Thousands)', 1e3, 1e3],
  ['Receivables (in thousands)', 1e3, null],
  ['Mortgage Loans (and a few others)', null, null],
])('%s', (words, money, count) => {
  expect(readScales(words)).toMatchObject({ money, count })
})
