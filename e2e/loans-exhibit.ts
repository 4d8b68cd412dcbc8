import { createHash } from 'node:crypto'
import { type PrintedAsset, printExhibit } from '../lib/testing/print-exhibit.ts'
import type { InHand } from './filings.ts'

/** Invented: three offices in Texas, one of them without a coverage ratio, a house in Ohio. */
const loan = (number: string, state: string, coverage: string | null, balance: string): PrintedAsset => ({
  assetTypeNumber: 'Prospectus Loan ID',
  assetNumber: number,
  reportPeriodEndDate: '03-11-2024',
  originalLoanAmount: balance,
  scheduledPrincipalBalanceSecuritizationAmount: balance,
  originalTermLoanNumber: '120',
  maturityDate: '03-06-2034',
  interestRateSecuritizationPercentage: '0.0625',
  loanStructureCode: 'WL',
  property: [
    {
      propertyState: state,
      propertyTypeCode: state === 'TX' ? 'OF' : 'MF',
      valuationSecuritizationAmount: '20000000.00',
      ...(coverage !== null && { debtServiceCoverageNetCashFlowSecuritizationPercentage: coverage }),
    },
  ],
})
export const exhibit: InHand = {
  name: 'ex102.xml',
  text: printExhibit('cmbs', [
    loan('1', 'TX', '1.30', '8000000.00'),
    loan('2', 'TX', '1.60', '6000000.00'),
    loan('3', 'TX', null, '2000000.00'),
    loan('4', 'OH', '1.20', '4000000.00'),
  ]),
}

/** The address of the deal that it becomes, for it names none. */
export const exhibitUrl = `/deals/filing-${createHash('sha256').update(exhibit.text).digest('hex').slice(0, 8)}`
