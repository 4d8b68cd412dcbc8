import { describe, expect, test } from 'vitest'
import { decideDimension } from './dimension.ts'

type Case = [title: string, stub: string | null, labels: string[], dimension: string | null]

function decided(title: string, stub: string | null, labels: string[]): string | null {
  return decideDimension({ title, stub, labels }).chosen?.id ?? null
}

const places = ['California', 'Texas', 'Other (1)']
const scores = ['500 - 599', '600 - 699', '700 and above']

describe('what the rows split the pool by', () => {
  test.each<Case>([
    ['Geographic Distribution of the Mortgaged Properties', 'State', places, 'state'],
    ['Documentation Programs', 'Program', ['Full', 'Stated Income'], 'documentation'],
    ['Loan Programs', null, ['30 Year Fixed', '2/28 ARM'], 'loan-program'],
    ['Credit Limits of the Loans', 'Credit Limit', ['$1 - $20,000', '$20,001 - $40,000'], 'credit-limit'],
    ['Balances of the Senior Liens', null, ['$1 - $20,000', '$20,001 - $40,000'], 'senior-lien-balance'],
    ['Collateral', null, ['Prime', '6-Month LIBOR'], 'index'],
    ['Collateral Types', null, ['Single Family', 'Condominium'], 'property-type'],
    ['Collateral Types', null, ['15 Year Fixed', '2/28 ARM'], 'product-type'],
    ['Style', null, ['Full', 'Stated Income', 'No Ratio', 'Limited'], 'documentation'],
    ['Credit Tier', null, ['Prime', 'Near Prime'], 'credit-grade'],
    ['', 'FICO', scores, 'credit-score'],
    ['Occupancy and Originator', 'Originator', ['First Harbor', 'Second Shore'], 'originator'],
    ['Servicer and Index', 'Index', ['Six Month', 'One Year'], 'index'],
    ['Credit Grade, Documentation and Index', 'Documentation', ['Grade A Full', 'Grade B'], 'documentation'],
    ['Purpose and Occupancy', null, ['Primary Residence', 'Investment'], 'occupancy'],
    ['Distribution by County', 'County', ['Washington', 'Nevada'], 'place'],
    ['Geographic Distribution', 'County', ['Washington', 'Nevada'], 'place'],
    ['Geographic Distribution – MSA', null, ['New York', 'Atlanta'], 'place'],
    ['Loan Programs', 'Product Type', ['30 Year Fixed', '2/28 ARM'], 'product-type'],
    ['Geographic Distribution by State or County', 'State', places, 'state'],
    ['Orange County Home Loans by State', 'State', places, 'state'],
    ['Original Loan-to-Value Ratios (Combined)', 'LTV', ['60.01 - 70.00', '70.01 - 80.00'], 'combined-ltv'],
    ['Original LTV [Combined for junior liens]', null, ['60.01 - 70.00', '70.01 - 80.00'], 'combined-ltv'],
  ])('is named in words: %s', (...[title, stub, labels, dimension]) => {
    expect(decided(title, stub, labels)).toBe(dimension)
  })

  test.each<Case>([
    ['Home Loan Products Group', 'Range of Credit Scores', scores, 'credit-score'],
    ['First Lien Home Loans', 'Location', places, 'state'],
    ['Status of the Mortgaged Properties', null, ['Primary Residence', 'Investment'], 'occupancy'],
    ['Values of the Mortgaged Properties', null, ['$1 - $200,000', '$200,001 - $400,000'], 'appraised-value'],
    ['Occupancy Rates', null, ['70.1 - 80.0', '80.1 - 90.0'], 'occupancy-rate'],
    ['Interest-Only Terms', 'Months', ['60', '120'], 'interest-only'],
    ['Mortgage Insurance Coverage', 'Percent', ['12%', '25%'], 'mortgage-insurance'],
    ['Credit Scores', 'Mortgage Rate (%)', ['5.001% - 6.000%', '6.001% - 7.000%'], 'mortgage-rate'],
  ])('is what fits the rows, whatever a caption says: %s', (...[title, stub, labels, dimension]) => {
    expect(decided(title, stub, labels)).toBe(dimension)
  })

  test.each<Case>([
    ['Original Terms to Maturity', 'Remaining Term', ['121 - 180', '301 - 360'], null],
    ['Original Loan-to-Value Ratios', 'Current LTV', ['60.01 - 70.00', '70.01 - 80.00'], null],
    ['Maximum Mortgage Rates', 'Minimum Rate', ['5.001 - 6.000', '6.001 - 7.000'], null],
    ['Mortgage Rates', 'Gross Margin', ['2.001 - 2.500', '2.501 - 3.000'], null],
    ['Loan Purpose', 'Occupancy', ['Type 1', 'Type 2'], null],
    ['None of the loans has a prepayment penalty of more than 36 months', 'Months', ['180', '360'], null],
    ['Locations of the Mortgaged Properties', null, ['$1 - $200,000', '$200,001 - $400,000'], null],
    ['Occupancy', null, ['70.1 - 80.0', '80.1 - 90.0'], null],
    ['Amortization Limits', 'Limit', ['110% - 115%', '115% - 125%'], null],
    ['Customer Tiers', null, ['Prime Plus', 'Prime', 'Near Prime'], null],
    ['Trade', null, ['Investment Grade', 'Non-Investment Grade'], null],
    ['Mileage', null, ['Low Mileage', 'Full Mileage', 'No Limit'], null],
    [
      'Original Balance as a Percentage of Current Value',
      'Range (%)',
      ['60.01 - 70.00', '70.01 - 80.00'],
      null,
    ],
    ['Combined Ratios Including Credit Limit', 'Range (%)', ['60.01 - 70.00', '70.01 - 80.00'], null],
    ['Property Value Index', 'Percent', ['1.00 - 2.00', '3.00 - 4.00'], null],
    ['Interest Rate Resets', 'Months', ['1', '6', '12'], null],
    ['Mortgage Rate Notice', 'Days', ['15', '30', '45'], null],
    ['Lien Amounts', 'Range', ['$1 - $100,000', '$100,001 - $200,000'], null],
    ['Flood Zones', 'Zone', ['A', 'B'], null],
    ['Mortgage Rates', 'Rate', ['Fixed', 'Adjustable'], null],
    ['Occupancy and Originator', null, ['First Harbor', 'Second Shore'], null],
    ['Remaining Lockout Periods', 'Months', ['0 - 12', '13 - 60'], null],
  ])('is not known where one word does not fit the rows: %s', (...[title, stub, labels, dimension]) => {
    expect(decided(title, stub, labels)).toBe(dimension)
  })
})
