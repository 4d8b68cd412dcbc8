import { nameByCode, readStateCode } from '../dimensions/index.ts'
import { type Cut, type LoanValue, type LoanValues, severalThings } from './cut.ts'
import { edges } from './edges.ts'
import type { TapeKind } from './schema.ts'

const monthsOfYear = 12
const hundred = 100

/** A state's postal code from a code or a name, and what the exhibit says where it is none. */
function stateOf(told: string | null): LoanValue {
  if (told === null) return null
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

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 'YYYY'.length))
}

/** A score of a credit bureau; codes for none, which issuers give as words or as figures no score has, are not told. */
function scoreOf(text: string | null): number | null {
  const score = Number(text ?? Number.NaN)
  return score >= 300 && score <= 900 ? score : null
}

function ofProperties(field: string, of: (told: string) => LoanValue = told => told) {
  return (loan: LoanValues): LoanValue => {
    const { value, differs } = loan.ofProperties(field)
    if (differs) return severalThings
    return value === null ? null : of(value)
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
  return (loan: LoanValues): LoanValue => of(loan) ?? (loan.isToldApart(field) ? severalThings : null)
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
    loan.number('originalTermLoanNumber') ??
    loan.number('originalLoanTerm') ??
    loan.number('originalLeaseTermNumber') ??
    loan.number('originalSecurityTermNumber') ??
    null
  )
}

export function remainingTermOf(loan: LoanValues): number | null {
  return (
    loan.number('remainingTermToMaturityNumber') ??
    loan.number('remainingTermNumber') ??
    monthsBetween(loan.asOf, loan.text('maturityDate'))
  )
}

export function scoreOfLoan(loan: LoanValues): number | null {
  return scoreOf(
    loan.text('obligorCreditScore') ??
      loan.text('lesseeCreditScore') ??
      loan.text('originalObligorCreditScoreNumber'),
  )
}

export function ltvOf(kind: TapeKind, loan: LoanValues): number | null {
  if (kind === 'cmbs') return commercialLtv(loan)
  if (kind === 'rmbs') return loan.percent('originalLTVPercentage', 'ltv')
  return ratioOf(loan.number('originalLoanAmount'), loan.number('vehicleValueAmount'))
}

export function coverageOf(loan: LoanValues): number | null {
  return loan.commonOfProperties(coverage)
}

export function occupancyOf(loan: LoanValues): number | null {
  return loan.commonPercentOfProperties(occupancy, 'share')
}

const rate = (kind: TapeKind, title: string, at: readonly number[] = edges.rate): Cut => ({
  dimension: 'mortgage-rate',
  title,
  unit: 'percent',
  edges: at,
  decimals: 2,
  of: loan => rateOf(kind, loan),
})
const originalTerm: Cut = {
  dimension: 'original-term',
  title: 'Original term to maturity',
  unit: 'months',
  edges: edges.months,
  upTo: true,
  of: originalTermOf,
}
const remainingTerm: Cut = {
  dimension: 'remaining-term',
  title: 'Remaining term to maturity',
  unit: 'months',
  edges: edges.months,
  upTo: true,
  of: remainingTermOf,
}
const balance = (title: string, at: readonly number[]): Cut => ({
  dimension: 'current-balance',
  title,
  unit: 'cents',
  edges: at,
  upTo: true,
  of: loan => loan.balanceCents,
})
const originator = (field = 'originatorName'): Cut => ({
  dimension: 'originator',
  title: 'Originator',
  unit: 'text',
  of: loan => loan.text(field),
})
const state = (title: string, field: string): Cut => ({
  dimension: 'state',
  title,
  unit: 'text',
  of: loan => stateOf(loan.text(field)),
})
const score = (title: string): Cut => ({
  dimension: 'credit-score',
  title,
  unit: 'score',
  edges: edges.score,
  untold: 'No score',
  of: scoreOfLoan,
})
const vehicle: readonly Cut[] = [
  {
    dimension: 'vehicle-condition',
    title: 'New or used',
    unit: 'text',
    of: loan => loan.words('vehicleNewUsedCode'),
  },
  {
    dimension: 'vehicle-make',
    title: 'Make of the vehicle',
    unit: 'text',
    of: loan => loan.text('vehicleManufacturerName'),
  },
  {
    dimension: 'vehicle-type',
    title: 'Type of vehicle',
    unit: 'text',
    of: loan => loan.words('vehicleTypeCode'),
  },
  {
    dimension: 'model-year',
    title: 'Model year',
    unit: 'years',
    of: loan => {
      const year = loan.text('vehicleModelYear')
      return year !== null && /^(?:19|20)\d\d$/.test(year) ? Number(year) : null
    },
  },
]
const paymentToIncome: Cut = {
  dimension: 'payment-to-income',
  title: 'Payment-to-income ratio',
  unit: 'percent',
  edges: edges.income,
  upTo: true,
  of: loan => loan.percent('paymentToIncomePercentage', 'share'),
}
const ltv = (kind: TapeKind, title: string): Cut => ({
  dimension: 'original-ltv',
  title,
  unit: 'percent',
  edges: edges.ltv,
  upTo: true,
  of: loan => ltvOf(kind, loan),
})
/** Of loans with several properties that each tell their own, and nothing told of all. */
const toldApart = 'Several properties, each with its own'
const ltvOfProperties: Cut = {
  ...ltv('cmbs', 'Loan-to-value ratio at securitization'),
  dimension: 'current-ltv',
  untold: 'Part of a split loan, or no value',
  several: 'Several properties, not valued together',
  of: loan => commercialLtv(loan) ?? (isWhole(loan) && loan.isToldApart(valuation) ? severalThings : null),
}
const coded = (dimension: string, title: string, field: string): Cut => ({
  dimension,
  title,
  unit: 'text',
  of: loan => loan.words(field),
})

/** How the loans of an exhibit are sorted, by their kind, in the order in which tables stand on the page. */
const cutsByKind: Record<TapeKind, readonly Cut[]> = {
  cmbs: [
    {
      dimension: 'state',
      title: 'State of the property',
      unit: 'text',
      several: 'Several states',
      of: ofProperties('propertyState', stateOf),
    },
    {
      dimension: 'property-type',
      title: 'Property type',
      unit: 'text',
      several: 'Several types',
      of: ofProperties('propertyTypeCode'),
    },
    balance('Balance', edges.largeBalance),
    rate('cmbs', 'Mortgage rate'),
    ltvOfProperties,
    {
      dimension: 'debt-service-coverage',
      title: 'Debt service coverage of the net cash flow',
      unit: 'ratio',
      edges: edges.coverage,
      decimals: 2,
      several: toldApart,
      of: orSeveral(coverage, coverageOf),
    },
    {
      dimension: 'occupancy-rate',
      title: 'Occupancy rate at securitization',
      unit: 'percent',
      edges: edges.share,
      upTo: true,
      decimals: 1,
      several: toldApart,
      of: orSeveral(occupancy, occupancyOf),
    },
    originalTerm,
    remainingTerm,
    {
      dimension: 'maturity-year',
      title: 'Year of maturity',
      unit: 'years',
      of: loan => yearOf(loan.text('maturityDate')),
    },
    coded('amortization-type', 'Amortization', 'paymentTypeCode'),
    coded('lien-position', 'Lien position', 'lienPositionSecuritizationCode'),
    originator(),
  ],
  'auto-loan': [
    state('State of the obligor', 'obligorGeographicLocation'),
    score('Credit score'),
    ...vehicle,
    balance('Balance', edges.balance),
    rate('auto-loan', 'Annual percentage rate', edges.wideRate),
    ltv('auto-loan', 'Loan-to-value ratio at origination'),
    paymentToIncome,
    originalTerm,
    remainingTerm,
    originator(),
  ],
  'auto-lease': [
    state('State of the lessee', 'lesseeGeographicLocation'),
    score('Credit score'),
    ...vehicle,
    balance('Securitization value', edges.balance),
    paymentToIncome,
    originalTerm,
    remainingTerm,
    originator(),
  ],
  rmbs: [
    coded('property-type', 'Property type', 'propertyTypeCode'),
    coded('occupancy', 'Occupancy', 'occupancyStatusCode'),
    coded('purpose', 'Loan purpose', 'originalLoanPurposeCode'),
    score('Credit score'),
    balance('Balance', edges.balance),
    rate('rmbs', 'Mortgage rate'),
    ltv('rmbs', 'Original loan-to-value ratio'),
    {
      dimension: 'combined-ltv',
      title: 'Original combined loan-to-value ratio',
      unit: 'percent',
      edges: edges.ltv,
      upTo: true,
      of: loan => loan.percent('originalCLTVPercentage', 'ltv'),
    },
    {
      dimension: 'dti',
      title: 'Debt-to-income ratio',
      unit: 'percent',
      edges: edges.income,
      upTo: true,
      of: loan => loan.percent('originatorBackEndDTIPercentage', 'share'),
    },
    coded('lien-position', 'Lien position', 'originalLienPositionCode'),
    coded('channel', 'Channel', 'channelCode'),
    remainingTerm,
    originator(),
  ],
  'debt-securities': [
    balance('Balance', edges.largeBalance),
    rate('debt-securities', 'Interest rate'),
    originalTerm,
    remainingTerm,
    { dimension: 'originator', title: 'Issuer', unit: 'text', of: loan => loan.text('issuerName') },
  ],
}

export function cutsOf(kind: TapeKind): readonly Cut[] {
  return cutsByKind[kind]
}
