import type { Dimension } from './dimension.ts'

/** Kind or maker of the device that is paid for. */
export const deviceType = {
  id: 'device-type',
  name: 'Device',
  longName: 'Type of device',
  unit: 'text',
  buckets: 'category',
  rows: /\b(?:smart ?phones?|tablets?|wearables?)\b/i,
  anyBusiness: true,
  titles: [
    /\bdevice (?:types?|brands?|makes?|manufacturers?|categor(?:y|ies)|models?)\b/i,
    /\btypes? of (?:wireless )?devices?\b/i,
  ],
} as const satisfies Dimension
