import { AT_ORIGINATION } from './average-words.ts'
import type { Measure } from './measure.ts'

/** Of the payments' schedule, of a period within the loan's life: no term to maturity. */
const OTHER_TERM = /\bamort\w*|\binterest[- ]only\b|\bio\b|\bdraw\b|\blockout\b|\bpenalty\b|\bprepay\w*/i
/** > Balance at Maturity     but: Remaining Term by Balance */
const BALANCE_AT_MATURITY = /^(?!.*\b(?:terms?|months?)\b).*\bbal(?:ances?)?\b/i

/** Averages of ages and terms in months, weighted by balance. */
export const averageTerms = [
  {
    id: 'waMonthsToAdjustment',
    name: 'Avg months to roll',
    longName: 'Average months to the next rate adjustment',
    unit: 'months',
    additive: false,
    lacking: { rows: /\bfixed\b/i },
    toldAs: /\b(?:roll|reset|adjustment)\b/i,
    all: [/\broll\b|\breset\b|\badjustment\b|\bmtr\b/i, /\bmonths?\b|\bmos?\b|\bterm\b|\btime\b|\bmtr\b/i],
    none: [],
  },
  {
    id: 'waLoanAgeMonths',
    name: 'Avg loan age',
    longName: 'Average loan age',
    unit: 'months',
    additive: false,
    canBeNought: true,
    toldAs: /\bages?\b|\bseasoning\b/i,
    all: [/\bage\b|\bseasoning\b|\bwala\b/i],
    none: [/\bborrowers?\b|\bmortgagors?\b|\bobligors?\b|\bpropert/i],
  },
  {
    id: 'waOriginalAmortizationMonths',
    name: 'Avg original amortization',
    longName: 'Average original amortization term',
    unit: 'months',
    additive: false,
    usual: [120, 480],
    all: [AT_ORIGINATION, /\bamort\w*/i],
    none: [/%|\bpercent/i],
  },
  {
    id: 'waRemainingAmortizationMonths',
    name: 'Avg remaining amortization',
    longName: 'Average remaining amortization term',
    unit: 'months',
    additive: false,
    usual: [60, 480],
    all: [/\brem(?:aining|g)?\b/i, /\bamort\w*/i],
    none: [/%|\bpercent/i],
  },
  {
    id: 'waInterestOnlyMonths',
    name: 'Avg interest-only term',
    longName: 'Average interest-only period',
    unit: 'months',
    additive: false,
    canBeNought: true,
    all: [/\binterest[- ]only\b|\bio\b/i, /\bterms?\b|\bperiods?\b|\bmonths?\b|\bmos?\b/i],
    none: [/%|\bpercent|\bbal/i],
  },
  {
    id: 'waDrawMonths',
    name: 'Avg draw period',
    longName: 'Average draw period',
    unit: 'months',
    additive: false,
    all: [/\bdraw\b/i, /\bterms?\b|\bperiods?\b|\bmonths?\b/i],
    none: [/%|\bpercent|\bbal/i],
  },
  {
    id: 'waTenureMonths',
    name: 'Avg customer tenure',
    longName: 'Average customer tenure',
    unit: 'months',
    additive: false,
    canBeNought: true,
    all: [/\btenure\b/i],
    none: [/%|\bpercent/i],
  },
  {
    id: 'waOriginalTermMonths',
    name: 'Avg original term',
    longName: 'Average original term',
    unit: 'months',
    additive: false,
    usual: [60, 480],
    toldAs: /\boriginal\b.*\bterms?\b|\b(?<!remaining )terms?\b/i,
    all: [AT_ORIGINATION, /\bterms?\b|\bmaturity\b|\bmonths\b/i],
    none: [OTHER_TERM],
  },
  {
    id: 'waRemainingTermMonths',
    name: 'Avg remaining term',
    longName: 'Average remaining term',
    unit: 'months',
    additive: false,
    usual: [12, 480],
    toldAs:
      /\bremaining\b.*\bterms?\b|\b(?<!original )terms?\b|\b(?<!original terms? to )(?:maturity|maturities)\b/i,
    all: [
      /\bremaining\b|\bremg?\b|\bstated\b|\bwar?m\b|\brtm\b|\brterm\b|\bmaturity\b/i,
      /\bterms?\b|\bmaturity\b|\bmonths\b|\bwar?m\b|\brtm\b|\brterm\b/i,
    ],
    none: [OTHER_TERM, BALANCE_AT_MATURITY],
  },
] as const satisfies readonly Measure[]
