import type { Dimension } from './dimension.ts'

/** What kind of vehicle was financed: a car, a light truck, a van. */
export const vehicleType = {
  id: 'vehicle-type',
  name: 'Vehicle type',
  longName: 'Type of the financed vehicle',
  unit: 'text',
  buckets: 'category',
  titles: [
    /\bvehicle (?:types?|segments?|class(?:es)?|categor(?:y|ies)|styles?|body types?)\b/i,
    /\b(?:types?|class(?:es)?) of (?:the )?(?:financed )?vehicles?\b/i,
    /\bbody (?:styles?|types?)\b/i,
  ],
  rows: /\b(?:cars?|(?:light |medium |heavy )?trucks?|suvs?|sport utilit(?:y|ies)(?: vehicles?)?|crossovers?|(?:mini)?vans?|sedans?|coupes?|motorcycles?|compact|luxury)\b/i,
  anyBusiness: true,
} as const satisfies Dimension
