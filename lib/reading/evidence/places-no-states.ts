import type { Dimension } from '../../dimensions/index.ts'
import type { Evidence } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'

/**
 * Words for counties or cities tell what rows are that are called as states are.
 *
 * > Geographic Distribution      state
 *   County                       but the header over the labels says so
 *   Washington
 *   Nevada
 */
export const placesNoStates: Evidence<Dimension, SplitFacts> = {
  id: 'places-no-states',
  judge: (dimension, _, rivals) =>
    dimension.buckets === 'state' && rivals.some(({ rowsMayBeStates }) => rowsMayBeStates)
      ? { says: 'contradicts', why: 'Its words say that the rows are counties or cities.' }
      : null,
}
