import type { Dimension } from './dimension.ts'

/** What a contract or lease paid for. */
export const equipmentType = {
  id: 'equipment-type',
  name: 'Equipment type',
  longName: 'Type of equipment',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bequipment (?:types?|categor(?:y|ies)|class(?:es)?)\b/i,
    /\b(?:types?|class(?:es)?) of (?:the )?equipment\b/i,
    /\bequipment$/i,
  ],
  anyBusiness: true,
} as const satisfies Dimension
