import { describe, expect, it } from 'vitest'
import { matchMeasure } from './index.ts'

describe('a header that speaks of other figures than its measure', () => {
  it.each([
    '% LTV > 80',
    'LTV Over 80%',
    'LTV > 80 (%)',
    'Percent of Pool with LTV above 80',
    '% of Balance with CLTV of 90 or more',
    '% DTI Above 50%',
    '% with Rate above 7%',
    '% Mortgage Rate 8% or Higher',
    '% with Remaining Term over 240 Months',
    'Loans with LTV above 80',
    'Number of Loans with LTV Over 80%',
  ])('“%s” is of loans beyond a bound, and no average', header => {
    expect(matchMeasure(header)).toBeNull()
  })

  it.each([
    '% Not Full Doc',
    '% Less than Full Doc',
    '% No Prepay',
    '% Without MI',
    '% Not Insured',
    '% Non-IO',
    '% No Cash-Out',
    '% Non-Single Family',
    '% Other than Primary Residence',
    '% Not First Lien',
    '% Without Silent Second',
  ])('“%s” is of the loans that a quality does not hold for', header => {
    expect(matchMeasure(header)).toBeNull()
  })

  it.each([
    '% Rate/Term or Cash-out',
    '% Purchase or Refi',
    '% Owner Occupied or Second Home',
    '% Full Doc and Owner Occupied',
    '% of Full Doc Loans with MI',
    'Number of Owner Occupied',
  ])('“%s” is no share of one quality', header => {
    expect(matchMeasure(header)).toBeNull()
  })

  it.each([
    'Balance Delinquent 30 Days',
    'Senior Lien Balance',
    'Undrawn Balance',
    'Cumulative Balance',
    'Balloon Balance',
    'Balance at Maturity',
    'Insured Balance',
    'Principal and Interest Payment',
    'Average Senior Lien Balance',
    'Percent of Total Loss',
    'Cumulative Percent',
    'Prior Percent of Pool',
    'Number of Delinquent Loans',
  ])('“%s” is of another sum than what the loans owe', header => {
    expect(matchMeasure(header)).toBeNull()
  })

  it.each(['Co-Borrower FICO', 'Mortgage Insurance Rate', 'Unemployment Rate'])(
    '“%s” is of something else than the loan',
    header => {
      expect(matchMeasure(header)).toBeNull()
    },
  )
})

describe('a header keeps its measure', () => {
  it.each([
    ['W.A. FICO (> 0)', 'waCreditScore'],
    ['Weighted Average LTV for Loans with LTV over 80%', 'waLtvPct'],
    ['Number of Months to Maturity', 'waRemainingTermMonths'],
    ['No. of Loans', 'loanCount'],
    ['% of Loans that are Owner Occupied', 'ownerOccupiedPct'],
    ['% of Balance with MI', 'insuredPct'],
    ['Number of Mortgage Loans and Properties', 'loanCount'],
    ['Principal Balance Prior to the Cut-off Date', 'balanceCents'],
    ['Aggregate Balance of Device Payment Plan Agreements', 'balanceCents'],
  ])('“%s”', (header, id) => {
    expect(matchMeasure(header)?.id).toBe(id)
  })
})

it.each(['FICO Score Average (Min / Max)', 'Mortgage Rate (%) From', 'Mortgage Rate (%) To'])(
  '“%s” tells no average from the ends of a span',
  header => {
    expect(matchMeasure(header)).toBeNull()
  },
)
