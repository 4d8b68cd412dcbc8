import { expect, test } from 'vitest'
import { documentSubject } from './document-subject.ts'

test.each([
  ['a page of a pool', ['Mortgage Pass-Through Certificates, Series 2004-1'], 'pool'],
  [
    'an offering whose sponsor has shareholders',
    ['The issuing entity owns the loans.', 'The sponsor is owned by its shareholders.'],
    'pool',
  ],
  [
    'the yearly report of a trust',
    ['FORM 10-K', 'There is no market for the certificates; certificateholders are listed below.'],
    'pool',
  ],
  [
    'the yearly report of a lender that securitised loans',
    ['FORM 10-K', 'We serve under pooling and servicing agreements.', 'Our customers are farmers.'],
    'company',
  ],
  ['the earnings of a company', ['Earnings per share were $1.20.'], 'company'],
  ['a page that says nothing', ['Loans by state'], 'unknown'],
])('%s is about what it says', (_, lines, subject) => {
  expect(documentSubject(lines)()).toBe(subject)
})
