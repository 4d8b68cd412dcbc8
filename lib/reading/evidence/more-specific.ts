import { type Dimension, dimensions } from '../../dimensions/index.ts'
import type { Evidence } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'
import { isNamedApart } from './named-apart.ts'

const order = new Map<Dimension, number>(dimensions.map((dimension, at) => [dimension, at]))

/**
 * Words that name a dimension often name a more general one too; the registry lists the specific ones first. Of two that
 * stand beside each other neither is the more general.
 *
 * > Documentation Programs      documentation, loan program   → documentation
 */
export const moreSpecific: Evidence<Dimension, SplitFacts> = {
  id: 'more-specific',
  judge(dimension, { title }, rivals) {
    const own = order.get(dimension) ?? 0
    const isFirst =
      rivals.length > 0 &&
      rivals.every(rival => own < (order.get(rival) ?? 0) && !isNamedApart(title, dimension, rival))
    return isFirst
      ? { says: 'supports', why: `“${dimension.name}” is the most specific of what the words name.` }
      : null
  },
}
