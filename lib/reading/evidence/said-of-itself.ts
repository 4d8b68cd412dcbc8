import type { Evidence } from '../decision.ts'
import type { ScaleFacts } from '../facts.ts'

/** The table's own words tell the scale: its header, its title, a heading right above, a sentence or note about it. */
export const saidOfItself: Evidence<number, ScaleFacts> = {
  id: 'said-of-itself',
  judge: (by, { said }) =>
    said.scope !== 'standing' && said.scope !== 'other-title' && said.scope !== 'prose' && by === said.by
      ? { says: 'supports', why: 'What says so is about this table.' }
      : null,
}
