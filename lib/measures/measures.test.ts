import { expect, test } from 'vitest'
import { findMeasure, matchMeasure, measures } from './index.ts'

test.each([
  ['Number of Mortgage Loans', 'loanCount'],
  ['Mortgage Loans Number of', 'loanCount'],
  ['No. of Loans', 'loanCount'],
  ['# of Loans', 'loanCount'],
  ['Loan Count', 'loanCount'],
  ['Number of Contracts', 'loanCount'],
  ['Aggregate Principal Balance Outstanding', 'balanceCents'],
  ['Aggregate Balance Principal Outstanding ($)', 'balanceCents'],
  ['Cut-off Date Principal Balance', 'balanceCents'],
  ['Percent of Mortgage Loans', 'balancePct'],
  ['% of Aggregate Principal Balance', 'balancePct'],
  ['Percent of Loan Group 1', 'balancePct'],
  ['% of Pool', 'balancePct'],
  ['% of Number of Loans', 'countPct'],
  ['Percent of Loans by Number', 'countPct'],
  ['Average Principal Balance', 'averageBalanceCents'],
  ['Avg. Loan Size', 'averageBalanceCents'],
  ['Avg Bal ($)', 'averageBalanceCents'],
  ['Balance ($)', 'balanceCents'],
  ['Loans', 'loanCount'],
  ['% of Total', 'balancePct'],
  ['Weighted Average Mortgage Rate', 'waRatePct'],
  ['Weighted Average Gross Coupon', 'waRatePct'],
  ['WA Coupon (%)', 'waRatePct'],
  ['Weighted Average Net Rate', 'waNetRatePct'],
  ['Weighted Average Remaining Term to Maturity (months)', 'waRemainingTermMonths'],
  ['WA Original Term', 'waOriginalTermMonths'],
  ['Weighted Average FICO', 'waCreditScore'],
  ['Weighted Average Credit Score', 'waCreditScore'],
  ['Weighted Average Original Loan-to-Value Ratio (%)', 'waLtvPct'],
  ['WA Original LTV', 'waLtvPct'],
  ['WA CLTV', 'waCltvPct'],
  ['Weighted Average Combined Loan-to-Value', 'waCltvPct'],
  ['WA DTI', 'waDtiPct'],
  ['Gross Margin (%)', 'waMarginPct'],
  ['WA Loan Age', 'waLoanAgeMonths'],
  ['Weighted Average Cut-off Date LTV Ratio', 'waCurrentLtvPct'],
  ['Weighted Average Maturity Date LTV Ratio', 'waMaturityLtvPct'],
  ['WA Balloon LTV (%)', 'waMaturityLtvPct'],
  ['Weighted Average Occupancy Rate', 'waOccupancyPct'],
  ['WA Debt Yield', 'waDebtYieldPct'],
  ['Weighted Average Debt-to-Income', 'waDtiPct'],
  ['Weighted Average Credit Limit Utilization Rate', 'waUtilizationPct'],
  ['Weighted Average Junior Mortgage Ratio', 'waJuniorRatioPct'],
  ['Number of Mortgaged Properties', 'propertyCount'],
  ['Number of Properties', 'propertyCount'],
  ['Number of Mortgage Loans or Properties', 'loanCount'],
  ['Aggregate Credit Limit', 'creditLimitCents'],
  ['% Full Documentation', 'fullDocPct'],
  ['Percent Full Doc', 'fullDocPct'],
  ['% Owner Occupied', 'ownerOccupiedPct'],
  ['% Single Family', 'singleFamilyPct'],
  ['% Cash-out', 'cashOutPct'],
  ['% Interest Only', 'interestOnlyPct'],
  ['% Covered by MI', 'insuredPct'],
])('knows the header “%s” as %s', (header, id) => {
  expect(matchMeasure(header)?.id).toBe(id)
})

test.each([
  '',
  'Shares',
  'Market Value',
  'Class',
  'CUSIP',
  'Test Threshold',
  'Number of Shares',
  'Total Debt',
])('does not know the header “%s”', header => {
  expect(matchMeasure(header)).toBeNull()
})

test('gives every measure an id of its own that finds it again', () => {
  expect(new Set(measures.map(measure => measure.id)).size).toBe(measures.length)
  for (const measure of measures) expect(findMeasure(measure.id)).toBe(measure)
})
