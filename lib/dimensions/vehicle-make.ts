import type { Dimension } from './dimension.ts'

/** Who made the financed vehicle, or which model it is. */
export const vehicleMake = {
  id: 'vehicle-make',
  name: 'Make',
  longName: 'Make of the financed vehicle',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\b(?:vehicle |auto(?:mobile)? )?(?:makes?|manufacturers?)\b/i,
    /\bvehicle (?:models?|brands?)\b/i,
    /^models?$/i,
  ],
  unless: /\bmodel years?\b|\bsuggested retail\b|\bdevices?\b/i,
  anyBusiness: true,
} as const satisfies Dimension
