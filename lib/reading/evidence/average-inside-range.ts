import type { Evidence } from '../decision.ts'
import type { LabelScaleFacts, ScaledRow } from '../facts.ts'

/** Most rows' average balance lies inside their own range, give or take a dollar, or it is not their range. */
export const averageInsideRange: Evidence<number, LabelScaleFacts> = {
  id: 'average-inside-range',
  judge(by, { rows }) {
    const known = rows.filter(({ mean }) => mean !== null)
    const inside = known.filter(row => isInside(row, by))
    if (known.length === 0) return null
    return inside.length * 2 > known.length
      ? { says: 'supports', why: 'Balance over loans of most rows lies inside their range.' }
      : { says: 'contradicts', why: 'Balance over loans of most rows lies outside their range.' }
  },
}

const DOLLAR = 100

function isInside({ range: { low, high }, mean }: ScaledRow, by: number): boolean {
  if (mean === null) return false
  return (low === null || mean >= low * by - DOLLAR) && (high === null || mean <= high * by + DOLLAR)
}
