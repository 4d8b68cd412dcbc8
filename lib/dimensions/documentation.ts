import type { Dimension } from './dimension.ts'

/** How far the borrower's income and assets were documented. */
export const documentation = {
  id: 'documentation',
  name: 'Documentation',
  longName: 'Documentation',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bdocumentation\b/i,
    /\bdoc(?:s|ument)? (?:type|program|level|style)s?\b/i,
    /\bincome verification\b/i,
  ],
} as const satisfies Dimension
