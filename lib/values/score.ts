import { readDecimal } from './decimal.ts'

/** A credit score: a number from 0 (printed for "none") to 999, averages with decimals. */
export function readScore(printed: string): number | null {
  const score = readDecimal(printed, false)
  return score !== null && score >= 0 && score < 1000 ? score : null
}
