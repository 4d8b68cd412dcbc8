import type { Measure } from './measure.ts'

/** Shares of a row with some quality, in percent of its balance. */
export const shares = [
  {
    id: 'fullDocPct',
    name: 'Full documentation',
    longName: 'Share with full documentation',
    unit: 'percent',
    additive: false,
    all: [/\bfull\b/i, /\bdoc/i],
    none: [],
  },
  {
    id: 'ownerOccupiedPct',
    name: 'Owner occupied',
    longName: 'Share occupied by the owner',
    unit: 'percent',
    additive: false,
    all: [/\bowner|\bprimary residence|\bown(?:er)?[ .]occ/i],
    none: [],
  },
  {
    id: 'singleFamilyPct',
    name: 'Single family',
    longName: 'Share of single-family homes',
    unit: 'percent',
    additive: false,
    all: [/\bsingle[- ]family\b|\bsf[rd]?\b/i],
    none: [],
  },
  {
    id: 'cashOutPct',
    name: 'Cash-out',
    longName: 'Share of cash-out refinancings',
    unit: 'percent',
    additive: false,
    all: [/\bcash-? ?out\b/i],
    none: [],
  },
  {
    id: 'interestOnlyPct',
    name: 'Interest only',
    longName: 'Share paying interest only',
    unit: 'percent',
    additive: false,
    all: [/\binterest[- ]only\b|\bio\b/i],
    none: [],
  },
  {
    id: 'insuredPct',
    name: 'Insured',
    longName: 'Share covered by mortgage insurance',
    unit: 'percent',
    additive: false,
    all: [/%|\bpercent|\bpct\b|\bcovered\b/i, /\bmi\b|\binsur(?:ed|ance)\b/i],
    none: [],
  },
] as const satisfies readonly Measure[]
