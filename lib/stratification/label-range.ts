import type { Range, Unit } from '../report.ts'
import { readRange } from '../values/index.ts'

const IN_YEARS = /[([](?:in )?(?:years?|yrs?\.?)[)\]]|^(?:years?|yrs?)$/i
const UNIT_IN_LABEL = /[a-z]/i

/**
 * The range of a row label in the dimension's unit, where title or stub may say that labels are in years.
 *
 * > Penalty Term (Years)   3           → exactly 36 months
 *                          3 Months    → exactly 3 months, for the label itself says so
 */
export function readLabelRange(label: string, unit: Unit, headers: readonly string[]): Range | null {
  const range = readRange(label, unit)
  if (range === null || unit !== 'months' || !headers.some(header => IN_YEARS.test(header))) return range
  if (UNIT_IN_LABEL.test(label)) return range
  const { low, high } = range
  return { ...range, low: low === null ? null : low * 12, high: high === null ? null : high * 12 }
}
