import { expect, test } from 'vitest'
import { takeMarks } from './take-marks.ts'

test.each([
  ['Original Loan-to-Value Ratios(1)(2)', 'Original Loan-to-Value Ratios', ['1', '2']],
  ['Mortgage Rates (1)', 'Mortgage Rates', ['1']],
  ['Reduced 2(2)', 'Reduced 2', ['2']],
  ['Pool[3]', 'Pool', ['3']],
  ['%[2]', '%', ['2']],
  ['Loans*', 'Loans', ['*']],
  ['Loans**(1)', 'Loans', ['**', '1']],
  ['AT ORIGINATION 1/', 'AT ORIGINATION', ['1']],
  ['Other2/', 'Other', ['2']],
  ['Other 3/', 'Other 3/', []],
  ['Due 12/2/', 'Due 12/2/', []],
  ['Mortgage Rates(%)', 'Mortgage Rates(%)', []],
  ['Term (months)', 'Term (months)', []],
  ['Reduced 2', 'Reduced 2', []],
  ['(1)', '(1)', []],
  ['Documentation²', 'Documentation', ['2']],
  ['Full †', 'Full', ['†']],
  ['Ratios¹²', 'Ratios', ['1', '2']],
  ['Area (ft²)', 'Area (ft²)', []],
  ['Area in ft²', 'Area in ft²', []],
  ['²', '²', []],
  ['80.01% - 95.00% (a)', '80.01% - 95.00%', ['a']],
  ['$100,001 - $300,000 (b)', '$100,001 - $300,000', ['b']],
  ['Series 2 (b)', 'Series 2 (b)', []],
])('takes the marks off “%s”', (printed, text, marks) => {
  expect(takeMarks(printed, new Set(['1', '2']))).toEqual({ text, marks })
})

test('takes a bare digit glued to a word only where a note has that mark', () => {
  expect(takeMarks('INFORMATION1', new Set(['1']))).toEqual({ text: 'INFORMATION', marks: ['1'] })
  expect(takeMarks('INFORMATION1', new Set())).toEqual({ text: 'INFORMATION1', marks: [] })
})

test('takes a digit before a slash only where a note has that mark', () => {
  expect(takeMarks('Mortgage Rates 1/', new Set(['1']))).toEqual({ text: 'Mortgage Rates', marks: ['1'] })
  expect(takeMarks('Mortgage Rates1/', new Set(['1']))).toEqual({ text: 'Mortgage Rates', marks: ['1'] })
  expect(takeMarks('Stated 1/', new Set(['2']))).toEqual({ text: 'Stated 1/', marks: [] })
})
