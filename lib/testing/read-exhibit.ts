import { readFiling } from '../read-filing.ts'
import type { FilingReport } from '../report.ts'
import type { PrintedAsset } from './print-exhibit.ts'

/** What is read of an exhibit; a refusal fails the test. */
export function readExhibit(text: string, name = 'ex102.xml'): FilingReport {
  const result = readFiling(new TextEncoder().encode(text), name)
  if ('refusal' in result) throw new Error(result.refusal.message)
  return result.report
}

/** The table of a dimension. */
const tableOf = ({ stratifications }: FilingReport, dimension: string) =>
  stratifications.find(table => table.dimension === dimension)
/** Labels of a table's rows with one of their figures. */
export const rowsOf = (report: FilingReport, dimension: string, measure = 'balanceCents') =>
  tableOf(report, dimension)?.buckets.map(({ label, values }) => [label, values[measure]])
/** A figure of the first pool, by its id. */
export const figureOf = ({ pool }: FilingReport, id: string) => pool[0]?.figures.find(one => one.id === id)
/** The codes of all issues. */
export const codesOf = ({ issues }: FilingReport) => issues.map(({ code }) => code)

/** An auto loan of which three quarters are left. */
export const car = (number: number, more: PrintedAsset = {}): PrintedAsset => ({
  assetTypeNumber: 'Unique',
  assetNumber: String(number),
  reportingPeriodEndingDate: '06-30-2024',
  originalLoanAmount: '20000.00',
  originalLoanTerm: '60',
  originalInterestRatePercentage: '0.0490',
  vehicleNewUsedCode: number % 2 === 0 ? '1' : '2',
  vehicleModelYear: '2022',
  vehicleManufacturerName: 'HONDA',
  vehicleValueAmount: '25000.00',
  obligorCreditScore: '712',
  obligorGeographicLocation: 'OH',
  remainingTermToMaturityNumber: '48',
  reportingPeriodActualEndBalanceAmount: '15000.00',
  ...more,
})

/** A commercial loan on one office. */
export const office = {
  assetTypeNumber: 'Prospectus Loan ID',
  assetNumber: '1',
  reportingPeriodEndDate: '03-11-2024',
  originalLoanAmount: '10000000.00',
  scheduledPrincipalBalanceSecuritizationAmount: '9000000.00',
  reportPeriodEndActualBalanceAmount: '8800000.00',
  originalTermLoanNumber: '120',
  maturityDate: '03-06-2034',
  interestRateSecuritizationPercentage: '0.06250000',
  loanStructureCode: 'WL',
  property: [{ propertyState: 'NY', propertyTypeCode: 'OF', valuationSecuritizationAmount: '15000000.00' }],
}
