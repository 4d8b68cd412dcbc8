export {
  type DealFigure,
  namedDimensions,
  poolFigureIds,
  shareNames,
  unitOfEdge,
  unitOfFigure,
} from './deal-figure.ts'
export {
  type Comparison,
  comparisons,
  exampleOf,
  type FigureFilter,
  type FilterProblem,
  type Limit,
  parameterOf,
  type ReadFilters,
  readFigureFilter,
  readFigureFilters,
  typedValue,
} from './figure-filter.ts'
export { figureKey, type NoFigure, rangeDimensions, readFigureKey } from './figure-key.ts'
export { figureOf, sharesOf, type TailValues, tailsOf } from './figure-of.ts'
export type { FigureSource, FigureValue } from './figure-value.ts'
export {
  describeDealFigure,
  type FigureWords,
  nameDealFigure,
  sayFigureNumber,
  sayFigureValue,
} from './figure-words.ts'
export { describeFilter } from './filter-words.ts'
export { type Match, matchEnds, matches, matchFigure, matchNumber } from './match-figure.ts'
export { distributionOf } from './read-tail.ts'
