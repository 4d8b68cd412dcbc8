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
  [
    'a form on demands',
    ['FORM ABS-15G', 'The certificates are backed by a pool of mortgage loans.'],
    'review',
  ],
  [
    'an offering that speaks of such a form',
    ['The pool of loans was in a Form ABS-15G that was filed.'],
    'pool',
  ],
  [
    'a report of due diligence',
    ['<p>Third Party Due Diligence Report</p>', 'Mortgage pool: 1,000 loans'],
    'review',
  ],
  ['the report of a fund', ['Schedule of Investments'], 'fund'],
  ['the report of a plan', ['Alder 401(k) Plan'], 'plan'],
  ['a bank that speaks of no deal', ['Our loans were as follows:'], 'company'],
  ['a bank as a label', ['Alder Bank      600      $60,000,000', '<td>Tarrow Bank</td>'], 'unknown'],
  ['a bank in a term sheet', ['COLLATERAL TERM SHEET', 'The bank made the loans.'], 'unknown'],
  ['an insurer in a title', ['MORTGAGE INSURANCE', 'Mortgage Insurance Provider'], 'unknown'],
  ['a bank in a label', ['Bank statements'], 'unknown'],
  ['a group with a number', ['Occupancy - Group 2A', 'Fixed Rate Group'], 'unknown'],
  ['a company with those that it owns', ['Norwald Group and Subsidiaries'], 'company'],
  ['a page that says nothing', ['Loans by state'], 'unknown'],
])('%s is about what it says', (_, lines, subject) => {
  expect(documentSubject(lines)()).toBe(subject)
})
