import type { Evidence } from '../decision.ts'
import type { LabelScaleFacts } from '../facts.ts'

/** The header over the labels speaks of them alone; where it tells no scale, they are as printed or as the title tells. */
export const saidOfLabels: Evidence<number, LabelScaleFacts> = {
  id: 'said-of-labels',
  judge: (by, { header }) =>
    header !== 1 && by === header
      ? { says: 'supports', why: 'The header over the labels gives their scale.' }
      : null,
}
