import { AT_CUT_OFF, AT_ORIGINATION } from './average-words.ts'
import type { Measure } from './measure.ts'

/** Rates of something else than the loan, or of none: > Fully Indexed Rate   Servicing Fee Rate   Default Rate */
const OTHER_RATE =
  /\bindex(?:ed)?\b|\bfees?\b|\bdefault\b|\bprepay\w*|\bdelinquen\w*|\bloss\b|\bcaps?\b|\bdiscount\b|\bcap(?:itali[sz]ation)? rates?\b|\binterest[- ]only\b|\binsurance\b|\b(?:un)?employment\b|\bturnover\b|\bvacancy\b|\btax\b|\bgrowth\b|\brecovery\b/i
const NO_RATE =
  /\bbal(?:ances?)?\b|\bupb\b|\bnumber\b|\bprincipal\b|\bpercent of\b|% of|(?<!\bannual )\bpercentage\b/i

/** Averages of rates, weighted by balance. They come last: their words are the widest. */
export const averageRates = [
  {
    id: 'waNetRatePct',
    name: 'Avg net rate',
    longName: 'Average net rate',
    unit: 'percent',
    additive: false,
    largest: 40,
    usual: [2, 20],
    all: [/\bnet\b/i, /\brates?\b|\bcoupons?\b|\bcpns?\b|\bwac\b/i],
    none: [],
  },
  {
    id: 'waOriginalRatePct',
    name: 'Avg original rate',
    longName: 'Average mortgage rate at origination',
    unit: 'percent',
    additive: false,
    largest: 40,
    usual: [2, 20],
    all: [AT_ORIGINATION, /\brates?\b|\bcoupons?\b|\bg?wac\b/i],
    none: [AT_CUT_OFF, OTHER_RATE, NO_RATE],
  },
  {
    id: 'waRatePct',
    name: 'Avg rate',
    longName: 'Average mortgage rate',
    unit: 'percent',
    additive: false,
    largest: 40,
    usual: [3, 20],
    all: [/\brates?\b|\bcoupons?\b|\bcpns?\b|\bg?wac\b|\baprs?\b|\binterest\b/i],
    none: [OTHER_RATE, NO_RATE],
  },
] as const satisfies readonly Measure[]
