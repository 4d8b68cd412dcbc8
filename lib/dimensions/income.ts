import type { Dimension } from './dimension.ts'

/** What borrowers earn, in cents. */
export const income = {
  id: 'income',
  name: 'Income',
  longName: 'Borrower income',
  unit: 'cents',
  buckets: 'range',
  unless: /\b(?:debt|payments?|ratios?|dti|verif\w*|doc\w*|net|operating)\b/i,
  ends: { least: 0 },
  anyBusiness: true,
  titles: [
    /\b(?:annual|monthly|gross|household|borrowers?['’]?s?) (?:gross |annual |monthly )?incomes?\b/i,
    /\bincomes? of (?:the )?(?:borrower|obligor|mortgagor)s?\b/i,
  ],
} as const satisfies Dimension
