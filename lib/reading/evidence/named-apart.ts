import { type Dimension, matchDimensions } from '../../dimensions/index.ts'
import { remember } from '../../remember.ts'
import type { Evidence } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'

const JOINT = /\s+(?:and|or|&)\s+|,\s+/i

/** What each part of a title names that joins several things with `and`. */
const partsOf = remember((title: string) => title.split(JOINT).map(matchDimensions))

/** Are the two named beside each other, and not both by the same words? */
export function isNamedApart(title: string, one: Dimension, other: Dimension): boolean {
  const parts = partsOf(title)
  const names = (wanted: Dimension, not: Dimension) =>
    parts.some(named => named.includes(wanted) && !named.includes(not))
  return names(one, other) && names(other, one)
}

/**
 * Of things that a title names beside each other, the header over the labels tells which one the rows are.
 *
 * > Occupancy and Originator       occupancy, originator
 *   Originator      Loans          header over the labels: originator
 */
export const namedOverLabels: Evidence<Dimension, SplitFacts> = {
  id: 'named-over-labels',
  judge(dimension, { title, stub }, rivals) {
    const over = stub === null ? [] : matchDimensions(stub)
    if (!over.includes(dimension)) return null
    const isTold = rivals.some(rival => isNamedApart(title, dimension, rival) && !over.includes(rival))
    return isTold
      ? { says: 'supports', why: 'Of what the title names, the header over the labels names this.' }
      : null
  },
}
