import { readDecimal } from './decimal.ts'

const UNIT = /\s*(?:months?|mos?\.?)$/i

/** Months: `360`, `355.66`, `360 months`. Null for percents, money and negatives. */
export function readMonths(printed: string): number | null {
  const months = readDecimal(printed.replace(UNIT, ''), false)
  return months !== null && months >= 0 ? months : null
}
