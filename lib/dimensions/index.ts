import { remember } from '../remember.ts'
import { makeWhole } from '../values/index.ts'
import { accrualMethod } from './accrual-method.ts'
import { amortizationType } from './amortization-type.ts'
import { appraisalType } from './appraisal-type.ts'
import { appraisedValue } from './appraised-value.ts'
import { borrowerType } from './borrower-type.ts'
import { channel } from './channel.ts'
import { combinedLtv } from './combined-ltv.ts'
import { conforming } from './conforming.ts'
import { cosigner } from './cosigner.ts'
import { creditGrade } from './credit-grade.ts'
import { creditLimit } from './credit-limit.ts'
import { creditScore } from './credit-score.ts'
import { creditUtilization } from './credit-utilization.ts'
import { currentBalance } from './current-balance.ts'
import { currentLtv } from './current-ltv.ts'
import { customerTenure } from './customer-tenure.ts'
import { debtServiceCoverage } from './debt-service-coverage.ts'
import { debtYield } from './debt-yield.ts'
import { delinquency } from './delinquency.ts'
import { deviceType } from './device-type.ts'
import type { Dimension } from './dimension.ts'
import { documentation } from './documentation.ts'
import { drawPeriod } from './draw-period.ts'
import { dti } from './dti.ts'
import { effectiveLtv } from './effective-ltv.ts'
import { equipmentType } from './equipment-type.ts'
import { firstPaymentDate } from './first-payment-date.ts'
import { firstTimeBuyer } from './first-time-buyer.ts'
import { fixedPeriod } from './fixed-period.ts'
import { frontEndDti } from './front-end-dti.ts'
import { grossMargin } from './gross-margin.ts'
import { guarantor } from './guarantor.ts'
import { homeSite } from './home-site.ts'
import { income } from './income.ts'
import { industry } from './industry.ts'
import { initialCap } from './initial-cap.ts'
import { interestOnly } from './interest-only.ts'
import { internalScore } from './internal-score.ts'
import { juniorRatio } from './junior-ratio.ts'
import { leaseMaturity } from './lease-maturity.ts'
import { lienPosition } from './lien-position.ts'
import { lifetimeCap } from './lifetime-cap.ts'
import { loanAge } from './loan-age.ts'
import { loanProgram } from './loan-program.ts'
import { loanStatus } from './loan-status.ts'
import { lockbox } from './lockbox.ts'
import { maturityLtv } from './maturity-ltv.ts'
import { maturityYear } from './maturity-year.ts'
import { maximumRate } from './maximum-rate.ts'
import { minimumRate } from './minimum-rate.ts'
import { modelYear } from './model-year.ts'
import { monthlyPayment } from './monthly-payment.ts'
import { monthsToAdjustment } from './months-to-adjustment.ts'
import { mortgageInsurance } from './mortgage-insurance.ts'
import { mortgageRate } from './mortgage-rate.ts'
import { negativeAmortizationLimit } from './negative-amortization-limit.ts'
import { netRate } from './net-rate.ts'
import { nextAdjustmentDate } from './next-adjustment-date.ts'
import { occupancy } from './occupancy.ts'
import { occupancyRate } from './occupancy-rate.ts'
import { originalAmortizationTerm } from './original-amortization-term.ts'
import { originalBalance } from './original-balance.ts'
import { originalLtv } from './original-ltv.ts'
import { originalTerm } from './original-term.ts'
import { originationYear } from './origination-year.ts'
import { originator } from './originator.ts'
import { ownershipInterest } from './ownership-interest.ts'
import { paymentCap } from './payment-cap.ts'
import { paymentFrequency } from './payment-frequency.ts'
import { paymentMethod } from './payment-method.ts'
import { paymentToIncome } from './payment-to-income.ts'
import { periodicCap } from './periodic-cap.ts'
import { place } from './place.ts'
import { postalCode } from './postal-code.ts'
import { powertrain } from './powertrain.ts'
import { prepaymentPenalty } from './prepayment-penalty.ts'
import { productType } from './product-type.ts'
import { propertyType } from './property-type.ts'
import { purchasePrice } from './purchase-price.ts'
import { purpose } from './purpose.ts'
import { rateIndex } from './rate-index.ts'
import { recastPeriod } from './recast-period.ts'
import { remainingAmortizationTerm } from './remaining-amortization-term.ts'
import { remainingTerm } from './remaining-term.ts'
import { repaymentPlan } from './repayment-plan.ts'
import { residualRatio } from './residual-ratio.ts'
import { residualValue } from './residual-value.ts'
import { schoolType } from './school-type.ts'
import { seniorLienBalance } from './senior-lien-balance.ts'
import { servicer } from './servicer.ts'
import { servicingFee } from './servicing-fee.ts'
import { simultaneousSecond } from './simultaneous-second.ts'
import { state } from './state.ts'
import { subvention } from './subvention.ts'
import { vehicleCondition } from './vehicle-condition.ts'
import { vehicleMake } from './vehicle-make.ts'
import { vehicleType } from './vehicle-type.ts'
import { yearBuilt } from './year-built.ts'

export type { Dimension } from './dimension.ts'
export { isLikeState, nameByCode, readStateCode } from './states.ts'

/** Every dimension, specific before general: the first whose pattern matches wins. */
export const dimensions = [
  postalCode,
  place,
  simultaneousSecond,
  creditUtilization,
  creditLimit,
  seniorLienBalance,
  juniorRatio,
  drawPeriod,
  residualRatio,
  maturityLtv,
  debtYield,
  effectiveLtv,
  combinedLtv,
  currentLtv,
  originalLtv,
  debtServiceCoverage,
  paymentToIncome,
  frontEndDti,
  dti,
  internalScore,
  creditScore,
  creditGrade,
  mortgageInsurance,
  prepaymentPenalty,
  interestOnly,
  negativeAmortizationLimit,
  paymentCap,
  recastPeriod,
  monthsToAdjustment,
  nextAdjustmentDate,
  firstPaymentDate,
  paymentFrequency,
  paymentMethod,
  monthlyPayment,
  fixedPeriod,
  initialCap,
  lifetimeCap,
  periodicCap,
  maximumRate,
  minimumRate,
  grossMargin,
  servicingFee,
  rateIndex,
  loanAge,
  delinquency,
  repaymentPlan,
  cosigner,
  lockbox,
  ownershipInterest,
  accrualMethod,
  subvention,
  documentation,
  appraisalType,
  conforming,
  occupancyRate,
  occupancy,
  residualValue,
  firstTimeBuyer,
  purchasePrice,
  purpose,
  lienPosition,
  appraisedValue,
  originalBalance,
  currentBalance,
  leaseMaturity,
  originationYear,
  maturityYear,
  modelYear,
  yearBuilt,
  customerTenure,
  originalAmortizationTerm,
  remainingAmortizationTerm,
  originalTerm,
  remainingTerm,
  state,
  income,
  schoolType,
  loanStatus,
  guarantor,
  vehicleCondition,
  powertrain,
  deviceType,
  homeSite,
  equipmentType,
  borrowerType,
  propertyType,
  amortizationType,
  vehicleType,
  vehicleMake,
  industry,
  servicer,
  channel,
  originator,
  productType,
  netRate,
  mortgageRate,
  loanProgram,
] as const satisfies readonly Dimension[]

/** Titles are shorter; bounds the work of patterns that skip words. */
const LONGEST = 300

const byId = new Map<string, Dimension>(dimensions.map(dimension => [dimension.id, dimension]))

/** The dimension with this id, or null. */
export function findDimension(id: string | null): Dimension | null {
  return id === null ? null : (byId.get(id) ?? null)
}

/** One pattern a dimension, of all its titles: half the work of trying them one after another. */
const patterns = (dimensions as readonly Dimension[]).map(dimension => ({
  dimension,
  pattern: new RegExp(dimension.titles.map(({ source }) => `(?:${source})`).join('|'), 'i'),
}))

/**
 * Words that make another thing of whatever else a title names.
 *
 * > Interest Rate Adjustment Frequency      Current Rate Minus Original Rate      Interest Rate Index Lookback
 */
const OTHER_THING =
  /\b(?:(?<!payment )frequenc(?:y|ies)(?! of payment)|look-? ?backs?|minus|differences?|declines?)\b/i

type Named = (typeof patterns)[number]

function names({ dimension: { unless }, pattern }: Named, words: string): boolean {
  return pattern.test(words) && unless?.test(words) !== true
}

/**
 * Every dimension that a title or the header over the row labels names, specific before general.
 *
 * > Geographic Distribution of the Mortgaged Properties   → state, property-type
 */
export const matchDimensions: (title: string) => readonly Dimension[] = remember(title => {
  const words = makeWhole(title.slice(0, LONGEST))
  if (OTHER_THING.test(words)) return []
  return patterns.filter(named => names(named, words)).map(({ dimension }) => dimension)
})

/**
 * The dimension that a title or the header over the row labels names, or null.
 *
 * > Original Loan-to-Value Ratios of the Mortgage Loans in Loan Group 1   → original-ltv
 */
export function matchDimension(title: string): Dimension | null {
  return matchDimensions(title)[0] ?? null
}
