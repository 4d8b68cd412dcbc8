import type { Range, Unit } from '../report.ts'
import { formatMeasureValue } from './measure-value.ts'

/** True when the range is one exact value, a rate or a term rather than a band. */
export function isExact(range: Range): boolean {
  return range.low !== null && range.low === range.high
}

/** One end of a range: money with its dollar sign, anything else bare. */
function formatEnd(value: number, unit: Unit, decimals: number): string {
  return `${unit === 'cents' ? '$' : ''}${formatMeasureValue(value, unit, decimals)}`
}

/**
 * A range in words: `$300,001 to $350,000`, `6.750`, `50.00 or less`, `under 500`, `800 or more`, `over $1,000,000`.
 * With both ends open it gives `any`.
 */
export function formatRange(range: Range, unit: Unit, decimals = 0): string {
  const low = range.low === null ? null : formatEnd(range.low, unit, decimals)
  const high = range.high === null ? null : formatEnd(range.high, unit, decimals)
  if (low !== null && high !== null) return isExact(range) ? low : `${low} to ${high}`
  if (high !== null) return range.highIncluded ? `${high} or less` : `under ${high}`
  if (low !== null) return range.lowIncluded ? `${low} or more` : `over ${low}`
  return 'any'
}
