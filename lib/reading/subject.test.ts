import { describe, expect, test } from 'vitest'
import type { DocumentSubject } from './facts.ts'
import { decideSubject } from './subject.ts'

const subject = (own: string, headings = '', document: DocumentSubject = 'unknown', isTotalOfPool = false) =>
  decideSubject({
    own,
    headings,
    above: () => headings.split(' | ').reverse(),
    dimension: null,
    document: () => document,
    isTotalOfPool: () => isTotalOfPool,
  }).chosen

describe('what a table is about', () => {
  test.each([
    'State | Number of Mortgage Loans | Principal Balance',
    'Range of Scores | Number of Receivables | Percentage of Principal',
    'Retailer | Accounts | Principal Receivables',
    'Lessee | Leases | Securitization Value',
    'FICO | Balance',
    'Resorts | Percentage of Aggregate Loan Balance',
    'Distribution by Province | Number of Mortgages | Balance',
    'Ratio of Total Debt to Gross Income | Number of Loans | Principal Balance',
    'Territories | % of Aggregate Receivables Balance',
  ])('is a pool where it says so itself: %s', own => {
    expect(subject(own)).toBe('pool')
  })

  test('is a pool where it tells balances, and a heading or the document speaks of one', () => {
    expect(subject('State | Number | Balance')).toBeNull()
    expect(subject('State | Number | Balance', 'The Mortgage Pool')).toBe('pool')
    expect(subject('Term | Count | Balance', 'Alder Mortgage Trust 2002-1 | Collateral')).toBe('pool')
    expect(subject('State | Number | Balance', '', 'pool')).toBe('pool')
  })

  test('is a pool where its columns are of loan groups, and the document speaks of one', () => {
    expect(subject('State | Group 1 % | Group 2 %', '', 'pool')).toBe('pool')
    expect(subject('State | Fixed Rate | Adjustable Rate', '', 'pool')).toBe('pool')
    expect(subject('State | Group 1 % | Group 2 %')).toBeNull()
    expect(subject('State | Retail % | Wholesale %', '', 'pool')).toBeNull()
  })

  test('is a pool where it comes to what a table of the pool comes to, and nothing says otherwise', () => {
    expect(subject('Region | Number | Balance', '', 'unknown', true)).toBe('pool')
    expect(subject('Region | Number | Balance of Deposits', '', 'unknown', true)).toBe('other')
  })

  test.each([
    'State | Percentage of Closings',
    'Region | Number of Employees | % of Total Workforce',
    'Program | Volume | % of Total Volume',
    'Country | Stores | Net Sales',
    'Line of Business | Premiums | % of Premiums',
    'Original Term | Number of Contracts | Tons',
    'State | Receivables | % of Receivables',
    'Maturity | Principal Balance | Interest Rate',
  ])('is none where nothing in it is of loans, and its document does not say either: %s', own => {
    expect(subject(own)).not.toBe('pool')
  })

  test.each([
    'Year of Originations | Mortgage Loans | Principal Balance',
    'Mortgage Loans Originated with Limited Documentation | Loans | Principal Balance',
    'Servicer | Mortgage Loans Serviced | Principal Balance',
  ])('is a pool where only its own loans were originated or serviced: %s', own => {
    expect(subject(own)).toBe('pool')
  })

  test('is none in the report of a company, whatever its headers', () => {
    expect(subject('State | Number of Mortgage Loans | Principal Balance', '', 'company')).toBe('other')
  })

  test.each([
    'Property Type | Nonaccrual loans | Loans outstanding | Total commitments',
    'Allowance for Loan Losses by Type | Balance',
    'Interest Rate Risk | Fair Value | Principal Amount | Bank loan',
    'Geographic Distribution of Servicing Portfolio | Number of Loans | Percent of Portfolio',
    'Loan Production of the Seller | Number of Loans | Amount',
    'Loans Serviced by the Company by State | Loans | Balance',
    'Alder Originations by Channel | Number of Loans Funded | Volume',
    'Contracts Serviced by Alder | Number of Contracts | Amount',
    'Mortgage Rates | Contracts | % of Amount Serviced | Principal Balance',
    'Mortgage Rates of the Sponsor’s Prior Securitized Pools | Mortgage Loans | Balance',
    'Total Mortgage Loans Serviced | Mortgage Loans | Principal Balance',
  ])('is none where it is of a company’s own book, or a whole portfolio: %s', own => {
    expect(subject(own, 'The Mortgage Pool', 'pool')).not.toBe('pool')
  })
})
