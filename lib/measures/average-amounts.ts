import type { Measure } from './measure.ts'
import { OTHER_SUM } from './sums.ts'

const AVERAGE = /\baverage\b|\bavg\b|\bmean\b|\bw\.? ?a\b/i
/** Of somebody or something that a loan may have several of. */
const EACH_PART = /\b(?:per|by) (?:borrower|obligor|customer|unit|propert\w+|room|pad|bed|sq|square|sf|acre)/i
const BALANCE =
  /\bbal(?:ances?)?\b|\bupb\b|\bprincipal\b|\bloan (?:amount|size)s?\b|\bamounts?\b|\bsize\b|\b(?:securiti[sz]ation|contract|discounted (?:lease|contract|receivables?)) values?\b/i
/** What else of a loan comes to an amount or a size, and what is no amount. */
const NO_BALANCE = [
  /\bltv\b|loan-? ?to|\bfico\b|\bscores?\b|\bdti\b/i,
  /\brates?\b/i,
  /%|\bpercent|\bpct\b/i,
  /\b(?:interest|monthly|down|loan) ?payments?\b|\bp ?& ?i\b|\bincome\b|\bapprais|\bpropert|\bcredit (?:limit|line)/i,
  EACH_PART,
  OTHER_SUM,
]
/** What was lent, in pools of vehicles and of equipment. */
const LENT = /\borig(?:inal|ination)?\b|\bamounts? financed\b/i

/** Averages in money over the loans of a row. */
export const averageAmounts = [
  {
    id: 'averageOriginalBalanceCents',
    name: 'Avg original balance',
    longName: 'Average original balance per loan',
    unit: 'cents',
    additive: false,
    averageOf: 'originalBalanceCents',
    all: [AVERAGE, LENT, BALANCE],
    none: NO_BALANCE,
  },
  {
    id: 'averageBalanceCents',
    name: 'Avg balance',
    longName: 'Average balance per loan',
    unit: 'cents',
    additive: false,
    averageOf: 'balanceCents',
    all: [AVERAGE, BALANCE],
    none: NO_BALANCE,
  },
  {
    id: 'averageCreditLimitCents',
    name: 'Avg credit limit',
    longName: 'Average credit limit',
    unit: 'cents',
    additive: false,
    averageOf: 'creditLimitCents',
    all: [AVERAGE, /\bcredit (?:limit|line)s?\b|\bline (?:amount|size)s?\b/i],
    none: [/\butili[sz]|%|\bpercent/i],
  },
  {
    id: 'averageAppraisedValueCents',
    name: 'Avg appraised value',
    longName: 'Average appraised value of the property',
    unit: 'cents',
    additive: false,
    all: [AVERAGE, /\bapprais\w+\b|\b(?:property|home) values?\b/i],
    none: [/\bltv\b|\bloan-? ?to|%|\bpercent|\bbal/i],
  },
  {
    id: 'averagePurchasePriceCents',
    name: 'Avg purchase price',
    longName: 'Average purchase price',
    unit: 'cents',
    additive: false,
    all: [AVERAGE, /\b(?:purchase|sales?) prices?\b/i],
    none: [/\bltv\b|\bloan-? ?to|%|\bpercent|\bbal/i],
  },
  {
    id: 'averageMonthlyPaymentCents',
    name: 'Avg monthly payment',
    longName: 'Average monthly payment',
    unit: 'cents',
    additive: false,
    all: [AVERAGE, /\b(?:monthly|scheduled) (?:\w+ )?payments?\b/i],
    none: [/%|\bpercent|\bincome\b|\bratios?\b|\bcaps?\b|\bbal|\bprincipal bal/i],
  },
] as const satisfies readonly Measure[]
