import { comparisons } from '../distributions/index.ts'
import { poolFigureIds } from '../figures/index.ts'
import type { Parameter } from './calls/operation.ts'

/** Figures that deals are narrowed by, each a parameter of its own: OpenAPI has it as an object whose members are parameters. */
const figures: Parameter = {
  name: 'figures',
  in: 'query',
  style: 'form',
  explode: true,
  description: `A figure, two underscores, and one of ${comparisons.join(', ')}: waltv__gte=70, state.CA__gt=50, original-ltv.above.80__between=10,20, balance__lte=225m. Figures are ${poolFigureIds.join(', ')}; shares as state.CA and purpose.cash-out; tails as original-ltv.above.80 and credit-score.below.620. Money is in dollars. With eq a figure matches that rounds to the one typed: 4 stands for 3.5 to 4.5, and 4.00 for 3.995 to 4.005.`,
  schema: {
    type: 'object',
    propertyNames: { pattern: `__(${comparisons.join('|')})$` },
    additionalProperties: { type: 'string' },
  },
}
const has: Parameter = {
  name: 'has',
  in: 'query',
  description: 'A figure that deals must report, as credit-score; may be there several times.',
  schema: { type: 'array', items: { type: 'string' } },
}

/** The parameters by which calls are narrowed to deals by their figures. */
export const figureParameters: Parameter[] = [figures, has]
