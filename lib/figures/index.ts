export {
  type DealFigure,
  namedDimensions,
  poolFigureIds,
  shareNames,
  unitOfEdge,
  unitOfFigure,
} from './deal-figure.ts'
export { figureKey, type NoFigure, rangeDimensions, readFigureKey } from './figure-key.ts'
export { type FigureSource, figureOf } from './figure-of.ts'
export type { FigureValue } from './figure-value.ts'
export {
  describeDealFigure,
  type FigureWords,
  nameDealFigure,
  sayFigureNumber,
  sayFigureValue,
} from './figure-words.ts'
