export {
  type DealFigure,
  namedDimensions,
  poolFigureIds,
  shareNames,
  unitOfFigure,
} from './deal-figure.ts'
export {
  type FigureFilter,
  type FilterProblem,
  parameterOf,
  readFigureFilters,
  typedValue,
} from './figure-filter.ts'
export { formulasOfFigure } from './figure-formulas.ts'
export { figureKey, rangeDimensions, readFigureKey } from './figure-key.ts'
export { figureOf, sharesOf, tailsOf } from './figure-of.ts'
export type { FigureSource, FigureValue } from './figure-value.ts'
export {
  decimalsOf,
  describeDealFigure,
  nameDealFigure,
  sayFigureNumber,
  sayFigureValue,
} from './figure-words.ts'
export { describeFilter } from './filter-words.ts'
export { findWay } from './find-way.ts'
export { type Match, matchEnds, matches, matchFigure, matchNumber } from './match-figure.ts'
export { type PoolTables, tablesOverGroups } from './pool-tables.ts'
export { distributionOf } from './read-tail.ts'
export { readTypedFigures } from './typed-figure.ts'
