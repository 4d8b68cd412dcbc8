import { expect, test } from 'vitest'
import { dimensions, matchDimension } from '../dimensions/index.ts'
import { narrowedLoansIn } from './narrowed-loans.ts'

test.each([
  ['Exceptions, by FICO', 'Exceptions'],
  ['Mortgage Loans with Underwriting Exceptions by State', 'Mortgage Loans with Underwriting Exceptions'],
  ['Loans with secondary financing – original LTV', 'Loans with secondary financing'],
  ['Loans over $1,000,000 by State', 'Loans over $1,000,000'],
  ['Original LTV of the Loans with Primary Mortgage Insurance', 'Loans with Primary Mortgage Insurance'],
  ['California Loans by FICO', 'California Loans'],
  ['FICO Scores of Loans in California', 'Loans in California'],
])('names a part of the pool: %s', (title, words) => {
  expect(narrowedLoansIn(title)).toEqual({ words, kind: null, isUsual: false })
})

test.each([
  ['Credit Scores of the Second Lien Loans', 'Second Lien Loans'],
  ['Interest Only Mortgage Loans: Credit Scores', 'Interest Only Mortgage Loans'],
  ['Credit Scores - Stated Income Loans', 'Stated Income Loans'],
  ['Geographic Distribution of Insured Loans by State', 'Insured Loans'],
  ['Property Types (Second Lien)', 'Second Lien'],
  ['Property Types (Fixed Rate Only)', 'Fixed Rate Only'],
  ['Property Types - Second Liens', 'Second Liens'],
  ['Second Lien Property Types', 'Second Lien'],
  ['Subordinate Mortgage Loan Credit Scores', 'Subordinate Mortgage Loan'],
  ['Fixed Rate Mortgage Rates', 'Fixed Rate Mortgage'],
  ['Closed-End Second State Distribution', 'Closed-End Second'],
  ['Investor Property Documentation', 'Investor Property'],
])('names a kind of loans: %s', (title, words) => {
  expect(narrowedLoansIn(title)).toEqual({ words, kind: expect.any(String), isUsual: false })
})

test.each([
  'Credit Scores of the Mortgage Loans',
  'Original Loan-to-Value Ratios of the Initial Mortgage Loans',
  'Mortgage Loans by State',
  'Distribution of Loans by Lien Position',
  'Stated Remaining Terms of the Mortgage Loans',
  'Original Interest-Only Terms of the Mortgage Loans',
  'Full Documentation Loans',
  'Second Lien Position',
  'Senior Mortgage Balance',
  'Junior Lien Ratio',
  'Adjustable Rate Gross Margins',
  'Interest Only Loan Periods',
  'Credit Scores of the Loans in the Mortgage Pool',
  'Credit Scores (Dollars in Thousands, Accounts in Units)',
  'Credit Scores (Statistical Calculation Date)',
])('names all loans, or nothing that is split: %s', title => {
  expect(narrowedLoansIn(title)).toBe(null)
})

test('tells kinds that whole pools are of', () => {
  expect(narrowedLoansIn('Geographical Distribution of Manufactured Housing Contracts')?.isUsual).toBe(true)
})

/** Of what their own names say, and not the kind of loans. */
const ofLiens = /\bliens?\b/i

test.each(
  dimensions
    .map(({ longName }) => longName)
    .filter(name => matchDimension(name) !== null && !ofLiens.test(name)),
)('tells lines from other loans in a title that begins with them, whatever they are split by: %s', name => {
  for (const words of ['Home Equity Line', 'HELOC'])
    expect(narrowedLoansIn(`${words} ${name}`)).toEqual({ words, kind: words, isUsual: true })
})
