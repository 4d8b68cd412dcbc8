export {
  type DealFigure,
  namedDimensions,
  poolFigureIds,
  shareNames,
  unitOfEdge,
  unitOfFigure,
} from './deal-figure.ts'
export { figureKey, type NoFigure, rangeDimensions, readFigureKey } from './figure-key.ts'
export { type FigureSource, type FigureValue, figureOf } from './figure-of.ts'
export {
  describeDealFigure,
  type FigureWords,
  nameDealFigure,
  sayFigureNumber,
  sayFigureValue,
} from './figure-words.ts'
