import { readDecimal } from './decimal.ts'

/** Percent points as printed: `50.35%`, `19.9`, `100`. Null for money. */
export function readPercent(printed: string): number | null {
  return readDecimal(printed, true)
}
