import type { Evidence } from '../decision.ts'
import type { ScaleFacts } from '../facts.ts'

/** Does the table come to the very total that the earlier table prints of which words tell the scale? */
export function isSameWhole({ said, whole = null }: ScaleFacts): boolean {
  return whole !== null && said.wholes?.includes(whole) === true
}

/** Two tables that print the same total print it in the same scale, whichever of them tells it. */
export const sameWhole: Evidence<number, ScaleFacts> = {
  id: 'same-whole',
  judge: (by, facts) =>
    by === facts.said.by && isSameWhole(facts)
      ? { says: 'supports', why: 'It comes to the same total as the table whose words say so.' }
      : null,
}
