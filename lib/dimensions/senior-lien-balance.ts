import type { Dimension } from './dimension.ts'

/** Balance of the loan that goes before a junior one, in cents. Ahead of liens and balances, whose words it contains. */
export const seniorLienBalance = {
  id: 'senior-lien-balance',
  name: 'Senior balance',
  longName: 'Balance of the senior lien',
  unit: 'cents',
  buckets: 'range',
  ends: { least: 0 },
  titles: [
    /\bbalances? senior to\b/i,
    /\b(?:senior|prior|underlying) (?:liens?|mortgages?|loans?) (?:\w+ ){0,2}balances?\b/i,
    /\bsenior balances?\b/i,
    /\bbalances? of (?:the )?(?:related )?(?:senior|prior|underlying) (?:liens?|mortgages?|loans?)\b/i,
  ],
} as const satisfies Dimension
