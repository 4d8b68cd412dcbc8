import type { Dimension } from './dimension.ts'

/** Months left to stated maturity. */
export const remainingTerm = {
  id: 'remaining-term',
  name: 'Remaining term',
  longName: 'Remaining term to maturity',
  unit: 'months',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\bremaining\b.*\b(?:term|month|maturit)/i,
    /\b(?:term|month)s?\b.*\bremaining\b/i,
    /\bstated remaining\b/i,
    /\bremaining terms?\b/i,
    /\bremaining (?:number of )?(?:payments|installments)\b/i,
    /\b(?:terms?|months?) to (?:stated )?maturity\b/i,
  ],
  unless:
    /\bamortiz\w+ (?:terms?|months?|periods?)\b|\b(?:teaser|introductory|promotional|grace|penalty|rate|lock-?out|defeasance|yield maintenance) (?:and \w+ )?(?:periods?|terms?)\b/i,
  natural: [0, 720],
  landmarks: [180, 240, 300, 360],
  anyBusiness: true,
  averages: [{ measure: 'waRemainingTermMonths' }],
} as const satisfies Dimension
