import type { Cut } from './cut.ts'
import { edges } from './edges.ts'
import {
  commercialLtvOf,
  coverageOrSeveral,
  ltvOf,
  occupancyOrSeveral,
  ofProperties,
  originalTermOf,
  rateOf,
  remainingTermOf,
  scoreOfLoan,
  stateOf,
  yearOf,
} from './loan-figures.ts'
import type { TapeKind } from './schema.ts'

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
  isTyped: true,
  of: loan => loan.text(field),
})
const state = (title: string, field: string): Cut => ({
  dimension: 'state',
  title,
  unit: 'text',
  of: loan => {
    const told = loan.text(field)
    return told === null ? null : stateOf(told)
  },
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
    isTyped: true,
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
      const year = loan.possibleText('vehicleModelYear')
      return year === null ? null : Number(year)
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
  of: commercialLtvOf,
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
      of: coverageOrSeveral,
    },
    {
      dimension: 'occupancy-rate',
      title: 'Occupancy rate at securitization',
      unit: 'percent',
      edges: edges.share,
      upTo: true,
      decimals: 1,
      several: toldApart,
      of: occupancyOrSeveral,
    },
    originalTerm,
    remainingTerm,
    {
      dimension: 'maturity-year',
      title: 'Year of maturity',
      unit: 'years',
      of: loan => yearOf(loan.possibleText('maturityDate')),
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
    {
      dimension: 'originator',
      title: 'Issuer',
      unit: 'text',
      isTyped: true,
      of: loan => loan.text('issuerName'),
    },
  ],
}

export function cutsOf(kind: TapeKind): readonly Cut[] {
  return cutsByKind[kind]
}
