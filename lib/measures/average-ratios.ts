import { AT_CUT_OFF, AT_ORIGINATION } from './average-words.ts'
import type { Measure } from './measure.ts'

/** > W.A. FICO (by Cut-off Date Balance): of the balance, and not of the score */
const WEIGHT = /\bbal(?:ances?)?\b|\bupb\b/i
const SCORE =
  /\bfico\b|\bcredit\b.*\bscores?\b|\bscores?\b.*\bcredit\b|\bbureau\b|\bbeacon\b|\bvantage ?score\b|\bscores?\b/i
/** Scores of a lender’s own, on scales of their own. */
const OWN_SCORE =
  /\b(?:custom|internal|proprietary|application|behaviou?r(?:al)?|co-?(?:borrower|obligor|applicant|signer)s?)\b/i
const NO_SCORE = { rows: /\bno (?:fico|credit|scores?)\b|\bunscored\b|\bforeign nationals?\b/i }
const COMBINED = [/\bcltv\b|\bcomb(?:ined)?\b/i, /\bcltv\b|\bltv\b|loan-? ?to|\bratios?\b/i]
const DEBT_TO_INCOME =
  /\bdti\b|\bdebt\b.*\b(?:inc(?:ome)?|ratios?)\b|\bratios?\b.*\bdebt\b|\binc(?:ome)?\b.*\bdebt\b|\b(?:back|front)[- ]?(?:end)? ratios?\b/i
const HOUSING = /\bfront[- ]?(?:end)?\b|\bhousing\b/i
const NO_INCOME = { rows: /\bno[- ]?(?:ratio|docs?|documentation|income)\b/i }
/** Ratios of a loan less what insurance covers, or to a value that is not the property's: > Effective LTV   LTV net of MI   MI-Adjusted LTV */
const OTHER_RATIO =
  /\beffective\b|\bnet\b|\badj(?:usted)?\b|\bstressed\b|\bstabili[sz]ed\b|\bafter (?:pmi|mi|insurance|mortgage insurance|coverage)\b|\b(?:un)?insured\b|\buncovered\b/i

/** Averages of ratios and credit scores over the loans of a row, weighted by balance. */
export const averageRatios = [
  {
    id: 'waMaturityLtvPct',
    name: 'Avg LTV at maturity',
    longName: 'Average loan-to-value ratio at maturity',
    unit: 'percent',
    additive: false,
    usual: [20, 130],
    all: [/\b(?:maturity|balloon|ard)\b/i, /\bltv\b|loan-? ?to-? ?value/i],
    none: [],
  },
  {
    id: 'waOccupancyPct',
    name: 'Avg occupancy',
    longName: 'Average occupancy rate',
    unit: 'percent',
    additive: false,
    largest: 100,
    all: [
      /\boccupancy\b|\bocc\b|\bleased\b/i,
      /\baverage\b|\bavg\b|\bw\.? ?a\b|\bwtd\b|\bweighted\b|\brates?\b|%|\bpercent\b|\bphysical\b|\bunderwritten\b/i,
    ],
    none: [/\bowner|\bown\b|\bprimary\b|\binvest|\bnon\b|\boo\b|\b(?:of|by)\b/i],
  },
  {
    id: 'waDebtYieldPct',
    name: 'Avg debt yield',
    longName: 'Average debt yield',
    unit: 'percent',
    additive: false,
    largest: 60,
    all: [/\bdebt yields?\b|\b(?:noi|ncf) dy\b/i],
    none: [],
  },
  {
    id: 'waUtilizationPct',
    name: 'Avg utilization',
    longName: 'Average credit limit utilization',
    unit: 'percent',
    additive: false,
    all: [/\butili[sz]ation\b/i],
    none: [],
  },
  {
    id: 'waJuniorRatioPct',
    name: 'Avg junior ratio',
    longName: 'Average junior mortgage ratio',
    unit: 'percent',
    additive: false,
    largest: 100,
    all: [/\bjunior\b/i, /\bratios?\b/i],
    none: [],
  },
  {
    id: 'waCurrentCreditScore',
    name: 'Avg current score',
    longName: 'Average current credit score',
    unit: 'score',
    additive: false,
    lacking: NO_SCORE,
    usual: [450, 850],
    all: [AT_CUT_OFF, SCORE],
    none: [AT_ORIGINATION, WEIGHT, OWN_SCORE],
  },
  {
    id: 'waCreditScore',
    name: 'Avg score',
    longName: 'Average credit score',
    unit: 'score',
    additive: false,
    lacking: NO_SCORE,
    usual: [450, 850],
    all: [SCORE],
    none: [OWN_SCORE],
  },
  {
    id: 'waCurrentCltvPct',
    name: 'Avg current CLTV',
    longName: 'Average current combined loan-to-value ratio',
    unit: 'percent',
    additive: false,
    lacking: { rows: null },
    usual: [20, 130],
    all: [AT_CUT_OFF, ...COMBINED],
    none: [AT_ORIGINATION, WEIGHT, OTHER_RATIO],
  },
  {
    id: 'waCltvPct',
    name: 'Avg CLTV',
    longName: 'Average combined loan-to-value ratio',
    unit: 'percent',
    additive: false,
    lacking: { rows: null },
    usual: [30, 130],
    all: COMBINED,
    none: [OTHER_RATIO],
  },
  {
    id: 'waCurrentLtvPct',
    name: 'Avg current LTV',
    longName: 'Average current loan-to-value ratio',
    unit: 'percent',
    additive: false,
    usual: [20, 130],
    all: [AT_CUT_OFF, /\bltv\b|loan-? ?to-? ?value/i],
    none: [AT_ORIGINATION, OTHER_RATIO],
  },
  {
    id: 'waLtvPct',
    name: 'Avg LTV',
    longName: 'Average original loan-to-value ratio',
    unit: 'percent',
    additive: false,
    usual: [30, 130],
    all: [/\bo?ltv\b|loan-? ?to-? ?value|\bto-?value\b/i],
    none: [OTHER_RATIO],
  },
  {
    id: 'waDscr',
    name: 'Avg DSCR',
    longName: 'Average debt service coverage ratio',
    unit: 'ratio',
    additive: false,
    largest: 100,
    usual: [0.8, 4],
    all: [/\bdscrs?\b|\bdebt[- ]? ?service\b|\bdebt coverage\b/i],
    none: [/\bannual debt[- ]? ?service\b(?!.*\bcover)|\bpayments?\b|\bincome\b/i],
  },
  {
    id: 'waPaymentToIncomePct',
    name: 'Avg PTI',
    longName: 'Average payment-to-income ratio',
    unit: 'percent',
    additive: false,
    largest: 100,
    usual: [1, 40],
    all: [/\bpti\b|\bpayment[- ]?to[- ]?income\b/i],
    none: [],
  },
  {
    id: 'waFrontEndDtiPct',
    name: 'Avg front-end DTI',
    longName: 'Average front-end debt-to-income ratio',
    unit: 'percent',
    additive: false,
    lacking: NO_INCOME,
    usual: [5, 60],
    all: [DEBT_TO_INCOME, HOUSING],
    none: [],
  },
  {
    id: 'waCurrentDtiPct',
    name: 'Avg current DTI',
    longName: 'Average current debt-to-income ratio',
    unit: 'percent',
    additive: false,
    lacking: NO_INCOME,
    usual: [10, 70],
    all: [AT_CUT_OFF, DEBT_TO_INCOME],
    none: [AT_ORIGINATION, WEIGHT, HOUSING],
  },
  {
    id: 'waDtiPct',
    name: 'Avg DTI',
    longName: 'Average debt-to-income ratio',
    unit: 'percent',
    additive: false,
    lacking: NO_INCOME,
    usual: [10, 70],
    all: [DEBT_TO_INCOME],
    none: [HOUSING],
  },
] as const satisfies readonly Measure[]
