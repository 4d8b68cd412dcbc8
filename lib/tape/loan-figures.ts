import { nameByCode, readStateCode } from '../dimensions/index.ts'
import { type LoanValue, type LoanValues, Several, severalFigures } from './cut.ts'
import type { TapeKind } from './schema.ts'

const monthsOfYear = 12
const hundred = 100

/** A state's postal code from a code or a name, and what the exhibit says where it is none. */
export function stateOf(told: string): string {
  const code = told.toUpperCase()
  return nameByCode.has(code) ? code : (readStateCode(told) ?? told)
}

/** Months from one date to another, which may be a month alone; a month begun counts. */
function monthsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number)
  return Math.max(0, (toYear - fromYear) * monthsOfYear + toMonth - fromMonth)
}

export function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 'YYYY'.length))
}

/** The name that all properties of a loan have, several where they have others, and none where one of them does not tell it. */
export function ofProperties(field: string, of: (told: string) => string = told => told) {
  return (loan: LoanValues): LoanValue => {
    const { names, isWhole } = loan.namesOfProperties(field)
    const different = [...new Set(names.map(of))]
    if (different.length > 1) return new Several(different, isWhole)
    return isWhole ? (different[0] ?? null) : null
  }
}

const valuation = 'valuationSecuritizationAmount'
const coverage = 'debtServiceCoverageNetCashFlowSecuritizationPercentage'
const occupancy = 'physicalOccupancySecuritizationPercentage'

const isWhole = (loan: LoanValues) => loan.text('loanStructureCode') === 'WL'

/** The value of all that a loan is lent on: as the loan tells it, else what its properties are valued at, each by itself. */
const valueOfAll = (loan: LoanValues) => loan.ofProperty(valuation) ?? loan.sumOfProperties(valuation)

/**
 * What is owed of the property's value, both at securitization, whichever balance loans count with: told where the loan is whole, for
 * of a split one only a part is in the pool.
 */
function commercialLtv(loan: LoanValues): number | null {
  if (!isWhole(loan)) return null
  return ratioOf(loan.number('scheduledPrincipalBalanceSecuritizationAmount'), valueOfAll(loan))
}

/** What a loan has of a figure that its properties tell, several where each tells its own and none can be told of all. */
function orSeveral(field: string, of: (loan: LoanValues) => number | null) {
  return (loan: LoanValues): LoanValue => of(loan) ?? (loan.isToldApart(field) ? severalFigures : null)
}

/** A part of a whole in percent, as exact as numbers are: rounded, it might come to stand in another row. */
function ratioOf(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole <= 0) return null
  return (part * hundred) / whole
}

const rateField: Record<TapeKind, readonly string[]> = {
  cmbs: [
    'interestRateSecuritizationPercentage',
    'reportPeriodInterestRatePercentage',
    'originalInterestRatePercentage',
  ],
  'auto-loan': ['reportingPeriodInterestRatePercentage', 'originalInterestRatePercentage'],
  'auto-lease': [],
  rmbs: ['reportingPeriodInterestRatePercentage', 'originalInterestRatePercentage'],
  'debt-securities': ['reportPeriodInterestRatePercentage', 'originalInterestRatePercentage'],
}

/** The rate that a loan bears now, else the one it began with. */
export function rateOf(kind: TapeKind, loan: LoanValues): number | null {
  for (const field of rateField[kind]) {
    const rate = loan.percent(field, 'rate')
    if (rate !== null) return rate
  }
  return null
}

export function originalTermOf(loan: LoanValues): number | null {
  return (
    loan.possibleNumber('originalTermLoanNumber') ??
    loan.possibleNumber('originalLoanTerm') ??
    loan.possibleNumber('originalLeaseTermNumber') ??
    loan.possibleNumber('originalSecurityTermNumber') ??
    null
  )
}

export function remainingTermOf(loan: LoanValues): number | null {
  return (
    loan.possibleNumber('remainingTermToMaturityNumber') ??
    loan.possibleNumber('remainingTermNumber') ??
    monthsBetween(loan.asOf, loan.possibleText('maturityDate'))
  )
}

/** The score of a credit bureau. */
export function scoreOfLoan(loan: LoanValues): number | null {
  const score =
    loan.possibleText('obligorCreditScore') ??
    loan.possibleText('lesseeCreditScore') ??
    loan.possibleText('originalObligorCreditScoreNumber')
  return score === null ? null : Number(score)
}

export function ltvOf(kind: TapeKind, loan: LoanValues): number | null {
  if (kind === 'cmbs') return commercialLtv(loan)
  if (kind === 'rmbs') return loan.percent('originalLTVPercentage', 'ltv')
  return ratioOf(loan.possibleNumber('originalLoanAmount'), loan.possibleNumber('vehicleValueAmount'))
}

/** The same, several where a whole loan's properties are each valued by themselves. */
export function commercialLtvOf(loan: LoanValues): LoanValue {
  return commercialLtv(loan) ?? (isWhole(loan) && loan.isToldApart(valuation) ? severalFigures : null)
}

export function coverageOf(loan: LoanValues): number | null {
  return loan.commonOfProperties(coverage)
}

export function occupancyOf(loan: LoanValues): number | null {
  return loan.commonPercentOfProperties(occupancy, 'occupied')
}

export const coverageOrSeveral = orSeveral(coverage, coverageOf)
export const occupancyOrSeveral = orSeveral(occupancy, occupancyOf)
