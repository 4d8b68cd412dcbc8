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
  'Alder Mortgage Corp. originated $100 million of mortgage loans in the following states:',
  'The table shows mortgage loans made by Alder during each of the past two years.',
  'Wholesale Originations by State',
  'Loan Production of 2004',
  'New Insurance Written by Score',
  'Our single-family guaranty book of business is shown below.',
  'The Bank’s residential mortgage loans were as follows:',
  'We hold residential loans for investment, as shown below.',
  'The Fund holds the following loans.',
  'Loans to participants',
  'Repurchase Requests by Originator',
  'Sampled Mortgage Loans by State',
  'STATIC POOL INFORMATION',
])('speaks of other loans than those of the pool: %s', words => {
  expect(loansSpokenOf(words)).toBe('others')
})

test.each([
  'The following tables describe the Mortgage Pool, excluding Deleted Mortgage Loans.',
  'The mortgage loans in the mortgage pool were part of the seller’s portfolio.',
  'The table reflects the mortgage pool after the repurchased mortgage loans.',
  'As of the Cut-off Date the Mortgage Loans had the characteristics below.',
  'The Receivables Pool',
  'The bank sold the following mortgage loans to the depositor:',
  'Mortgage loans funded by the sponsor during May 2004 back the certificates.',
  'The insured mortgage loans in the reference pool were as follows:',
])('speaks of the pool: %s', words => {
  expect(loansSpokenOf(words)).toBe('pool')
})

test.each([
  'The mortgage loans below were selected from the seller’s portfolio.',
  'Modification Status',
  'Servicer',
  'Prior to the closing, loans may leave.',
  'Portfolio Composition by State',
  'The mortgage loans were originated by Alder in the years shown below:',
  'Recently Originated Mortgage Loans',
  'Our affiliate will transfer the mortgage loans shown below.',
  'Years of Originations',
  'Origination Channel',
  'Loan Production Offices',
  'Alder Bank originated the mortgage loans shown below.',
  'The loans are based on a sample pool.',
])('does not say: %s', words => {
  expect(loansSpokenOf(words)).toBe(null)
})
