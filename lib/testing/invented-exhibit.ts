import { type Loans, readLoans } from '../tape/loans.ts'
import { readAssets } from '../tape/read-assets.ts'
import type { TapeKind } from '../tape/schema.ts'
import { type PrintedAsset, printExhibit } from './print-exhibit.ts'

/** The loans of an invented exhibit. */
export function inventLoans(kind: TapeKind, assets: readonly PrintedAsset[]): Loans {
  const result = readAssets([printExhibit(kind, assets)], 1)
  if ('unread' in result) throw new Error(result.unread.detail)
  return readLoans(result.read)
}

/** An invented office loan of a commercial exhibit. */
export const inventedOffice = {
  assetTypeNumber: 'Prospectus Loan ID',
  assetNumber: '1',
  reportPeriodEndDate: '03-11-2024',
  originatorName: 'Example Bank, N.A.',
  originalLoanAmount: '10000000.00',
  scheduledPrincipalBalanceSecuritizationAmount: '9000000.00',
  reportPeriodEndActualBalanceAmount: '8800000.00',
  originalTermLoanNumber: '120',
  maturityDate: '03-06-2034',
  interestRateSecuritizationPercentage: '0.06250000',
  loanStructureCode: 'WL',
} satisfies PrintedAsset

/** An invented car loan. */
export const inventedCar = {
  assetTypeNumber: 'Unique',
  assetNumber: '1',
  reportingPeriodEndingDate: '06-30-2024',
  originalLoanAmount: '20000.00',
  originalLoanTerm: '60',
  originalInterestRatePercentage: '0.0490',
  vehicleNewUsedCode: '1',
  vehicleModelYear: '2022',
  vehicleManufacturerName: 'HONDA',
  vehicleValueAmount: '25000.00',
  obligorCreditScore: '712',
  obligorGeographicLocation: 'OH',
  remainingTermToMaturityNumber: '48',
  reportingPeriodActualEndBalanceAmount: '15000.00',
} satisfies PrintedAsset
