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
  rows: /^(?:sisa|siva|nina|niva|ninja)\b|^(?:full|alt(?:ernat\w+)?|lite?|limited|reduced|stated|no|low|express|streamlined?|verified|non-?verified)(?:[ /\-–(,]+(?:full|alt(?:ernat\w+)?|lite?|limited|reduced|stated|no|low|express|verified|programs?|refi\w*)\b)*(?:$|\)|.*\b(?:income|assets?|ratio|employment|verif\w*)\b)|\bdoc(?:s|umentation)?\b/i,
} as const satisfies Dimension
