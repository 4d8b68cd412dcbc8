import { expect, test } from 'vitest'
import { loansSpokenOf } from './other-loans.ts'

test.each([
  'Deleted Mortgage Loans by State',
  'The following Mortgage Loans were removed from the Mortgage Pool:',
  'Loans Held for Sale',
  'Contracts in Foreclosure',
  'Prior Pool: Geographic Distribution',
  'The following table describes the loans repurchased by the Originator from prior securitizations.',
  'Set forth below is the geographic distribution of the servicer’s entire managed portfolio.',
  'It serviced mortgage loans for others in the states below.',
  'The table below shows our consumer loan portfolio.',
  'THE MASTER SERVICER',
])('speaks of other loans than those of the pool: %s', words => {
  expect(loansSpokenOf(words)).toBe('others')
})

test.each([
  'The following tables describe the Mortgage Pool, excluding Deleted Mortgage Loans.',
  'The mortgage loans in the mortgage pool were part of the seller’s portfolio.',
  'The table reflects the mortgage pool after the repurchased mortgage loans.',
  'As of the Cut-off Date the Mortgage Loans had the characteristics below.',
  'The Receivables Pool',
])('speaks of the pool: %s', words => {
  expect(loansSpokenOf(words)).toBe('pool')
})

test.each([
  'The mortgage loans below were selected from the seller’s portfolio.',
  'Modification Status',
  'Servicer',
  'Prior to the closing, loans may leave.',
  'Portfolio Composition by State',
])('does not say: %s', words => {
  expect(loansSpokenOf(words)).toBe(null)
})
