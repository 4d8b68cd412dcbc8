import type { Dimension } from './dimension.ts'

/** Where a manufactured home stands: in a park, on the owner’s land, on land of others. */
export const homeSite = {
  id: 'home-site',
  name: 'Home site',
  longName: 'Site of the manufactured home',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:private (?:land|property)|land[- ]home|land[- ]in[- ]lieu|chattel)\b/i,
  titles: [
    /\bpark\b.*\bprivate\b|\bprivate\b.*\bpark\b/i,
    /\b(?:home )?(?:site|placement) types?\b/i,
    /\b(?:site|placement)s? of (?:the )?(?:manufactured )?homes?\b/i,
    /\bland[- ](?:and[- ])?home\b/i,
  ],
} as const satisfies Dimension
