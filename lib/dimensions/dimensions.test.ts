import { expect, test } from 'vitest'
import { type Dimension, dimensions, findDimension, matchDimension, readStateCode } from './index.ts'

test.each([
  ['State Distribution of Mortgaged Properties', 'state'],
  ['Geographic Distribution of the Mortgage Loans', 'state'],
  ['Documentation Program for Mortgage Loans', 'documentation'],
  ['Types of Mortgaged Properties', 'property-type'],
  ['Mortgage Rates', 'mortgage-rate'],
  ['Current Mortgage Rates of the Mortgage Loans', 'mortgage-rate'],
  ['Range of Gross Interest Rates (%)', 'mortgage-rate'],
  ['Purpose of Mortgage Loans', 'purpose'],
  ['Original Loan-to-Value Ratios', 'original-ltv'],
  ['Range of Original Loan-to Value Ratios (%)', 'original-ltv'],
  ['Original LTV', 'original-ltv'],
  ['Combined Original Loan-to-Value Ratios', 'combined-ltv'],
  ['Original Combined Loan-to-Value Ratios', 'combined-ltv'],
  ['Current Loan-to-Value Ratios', 'current-ltv'],
  ['Effective Loan-to-Value Ratios', 'effective-ltv'],
  ['Range of Net LTVs (%)', 'effective-ltv'],
  ['MI-Adjusted LTV', 'effective-ltv'],
  ['Loan-to-Value Ratios Net of Mortgage Insurance', 'effective-ltv'],
  ['PURCHASE PRICES OF THE MORTGAGED PROPERTIES', 'purchase-price'],
  ['Range of Sales Prices ($)', 'purchase-price'],
  ['Servicing Fee Rates', 'servicing-fee'],
  ['Administrative Cost Rates', 'servicing-fee'],
  ['Range of Servicing Fees (%)', 'servicing-fee'],
  ['Occupancy Types', 'occupancy'],
  ['Current Mortgage Loan Principal Balances', 'current-balance'],
  ['Range of Current Mortgage Loan Amount', 'current-balance'],
  ['Original Principal Balances', 'original-balance'],
  ['Remaining Terms to Maturity', 'remaining-term'],
  ['Stated Remaining Term to Maturity of the Mortgage Loans', 'remaining-term'],
  ['Original Terms to Maturity', 'original-term'],
  ['Credit Scores of the Mortgage Loans', 'credit-score'],
  ['FICO Scores', 'credit-score'],
  ['Prepayment Penalty Original Term', 'prepayment-penalty'],
  ['Lien Position', 'lien-position'],
  ['Credit Limit Utilization Rates', 'credit-utilization'],
  ['Credit Limits', 'credit-limit'],
  ['Junior Ratios', 'junior-ratio'],
  ['Occupancy Rates', 'occupancy-rate'],
  ['Range of Occupancy Rates (%)', 'occupancy-rate'],
  ['Appraised Values of the Mortgaged Properties', 'appraised-value'],
  ['Negative Amortization Limits', 'negative-amortization-limit'],
  ['Maximum Negative Amortization', 'negative-amortization-limit'],
  ['Periodic Payment Caps', 'payment-cap'],
  ['Cut-off Date Loan-to-Value Ratios', 'current-ltv'],
  ['Maturity Date Loan-to-Value Ratios', 'maturity-ltv'],
  ['LTV Ratios at Maturity', 'maturity-ltv'],
  ['Underwritten NOI Debt Yields', 'debt-yield'],
  ['Years Built/Renovated', 'year-built'],
  ['New and Used Vehicles', 'vehicle-condition'],
  ['Distribution by Vehicle Make', 'vehicle-make'],
  ['Distribution of the Receivables by Manufacturer', 'vehicle-make'],
  ['School Types', 'school-type'],
  ['Borrower Payment Status', 'loan-status'],
  ['Guarantee Agencies', 'guarantor'],
  ['Types of Equipment', 'equipment-type'],
  ['Obligor Industry', 'industry'],
  ['Customer Tenure (in months)', 'customer-tenure'],
  ['Age of Accounts', 'loan-age'],
  ['Original Draw Periods', 'draw-period'],
  ['Debt-to-Income Ratio', 'dti'],
  ['Ratio of Total Debt to Gross Income', 'dti'],
  ['Maximum Mortgage Rates', 'maximum-rate'],
  ['Minimum Mortgage Rates', 'minimum-rate'],
  ['Gross Margins', 'gross-margin'],
  ['Initial Periodic Rate Cap', 'initial-cap'],
  ['Subsequent Periodic Rate Cap', 'periodic-cap'],
  ['Next Rate Adjustment Date', 'next-adjustment-date'],
  ['Months to Next Rate Adjustment', 'months-to-adjustment'],
  ['Interest-Only Terms', 'interest-only'],
  ['Seasoning (months)', 'loan-age'],
  ['Originators', 'originator'],
  ['Origination Channel', 'channel'],
  ['Servicers of the Mortgage Loans', 'servicer'],
  ['Index', 'index'],
  ['Mortgage Insurance', 'mortgage-insurance'],
  ['Amortization Type', 'amortization-type'],
  ['Credit Grade', 'credit-grade'],
  ['Year of Origination', 'origination-year'],
  ['Top Ten Zip Codes by State', 'postal-code'],
  ['Product Type', 'product-type'],
  ['Loan Programs', 'loan-program'],
  ['Net Mortgage Rates', 'net-rate'],
  ['Net Coupon (%)', 'net-rate'],
  ['Lien Balance Senior to the Mortgage Loan', 'senior-lien-balance'],
  ['Vehicle Type', 'vehicle-type'],
  ['Type of Financed Vehicle', 'vehicle-type'],
  ['Vehicle Class', 'vehicle-type'],
  ['Vehicle Models', 'vehicle-make'],
  ['Vehicle Model Year', 'model-year'],
  ['Second Lien Ratio', 'junior-ratio'],
  ['Senior Lien Balance', 'senior-lien-balance'],
  ['Mortgage Rates Net of Servicing Fees', 'net-rate'],
  ['Body Styles', 'vehicle-type'],
  ['Loan Type', 'product-type'],
  ['Documentation Type', 'documentation'],
  ['Dwelling Type', 'property-type'],
  ['Unit Type', 'property-type'],
  ['Residence Type', 'property-type'],
  ['Index Type', 'index'],
  ['Lien Type', 'lien-position'],
  ['Program Type', 'loan-program'],
  ['Interest Rate Type', 'amortization-type'],
  ['Appraisal Type', 'appraisal-type'],
  ['Remaining Prepayment Penalty Term', 'prepayment-penalty'],
  ['Original Interest Only Term', 'interest-only'],
  ['Business of the Obligors', 'industry'],
])('knows “%s” as %s', (title, id) => {
  expect(matchDimension(title)?.id).toBe(id)
})

test.each([
  'FINAL POOL TABLES',
  'Class',
  'Statement to Certificateholders',
  '',
  'Interest Rate Adjustment Frequency',
  'Remaining Amortization Terms',
  'Original Amortization Term (months)',
  'Months Remaining in Teaser Period',
  'Current Rate Minus Original Rate',
  'Ownership Interest in Mortgaged Property',
  'Interest Rate Index Lookback',
  'Obligor Type',
  'Vehicle Age',
  'Borrower Type',
  'Income Type',
  'Payment Type',
])('does not know “%s”', title => {
  expect(matchDimension(title)).toBeNull()
})

test.each(dimensions.flatMap(({ id, name, longName }) => [name, longName].map(title => [title, id])))(
  'takes “%s” for no other dimension than %s, though both share words',
  (title, id) => {
    expect([undefined, id]).toContain(matchDimension(title)?.id)
  },
)

test('gives every dimension an id of its own that finds it again', () => {
  expect(new Set(dimensions.map(dimension => dimension.id)).size).toBe(dimensions.length)
  for (const dimension of dimensions) expect(findDimension(dimension.id)).toBe(dimension)
  expect(findDimension('no-such')).toBeNull()
})

test.each([
  ['California', 'CA'],
  ['NEW YORK', 'NY'],
  ['TX', 'TX'],
  ['District of Columbia', 'DC'],
  ['Puerto Rico', 'PR'],
  ['Other (less than 2%)', 'other'],
  ['All Others', 'other'],
  ['Other', 'other'],
  ['Northern California', 'CA'],
  ['CA - California', 'CA'],
  ['CA California', 'CA'],
  ['California (CA)', 'CA'],
  ['California, CA', 'CA'],
  ['New Mexico/NM', 'NM'],
  ['CA - Colorado', null],
  ['Georgia (US)', null],
  ['06 California', 'CA'],
  ['3. New York', 'NY'],
  ['State of Ohio', 'OH'],
  ['Commonwealth of Virginia', 'VA'],
  ['Calif.', 'CA'],
  ['N. J.', 'NJ'],
  ['W. Va.', 'WV'],
  ['Mass', null],
  ['Atlantis', null],
  ['ZZ', null],
])('reads the state “%s” as %s', (label, code) => {
  expect(readStateCode(label)).toBe(code)
})

test('every title pattern takes upper and lower case alike and nothing more, for they are tried as one', () => {
  for (const { titles } of dimensions) for (const { flags } of titles) expect(flags).toBe('i')
})

test('landmarks rise, and lie within what is natural for their dimension', () => {
  for (const { landmarks = [], natural = [0, Infinity] } of dimensions as readonly Dimension[]) {
    expect(landmarks).toEqual([...new Set(landmarks)].sort((a, b) => a - b))
    for (const value of landmarks) {
      expect(value).toBeGreaterThanOrEqual(natural[0])
      expect(value).toBeLessThanOrEqual(natural[1])
    }
  }
})
