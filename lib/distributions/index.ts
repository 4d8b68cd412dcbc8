export {
  type Amount,
  type Answer,
  amounts,
  ask,
  askTail,
  type Because,
  isExact,
  type Part,
  percentOf,
} from './answer.ts'
export { type AnswerFormulas, formulasOfAnswer } from './answer-formulas.ts'
export { type Asked, exampleOf, examplesOf, readAsked, type TypedQuestion } from './asked.ts'
export { findChanges, type RowChange, type TableChange } from './changes.ts'
export { hasRanges } from './compare.ts'
export {
  type ComparedPools,
  comparePools,
  findWidest,
  printedDimensions,
  type WidestRow,
} from './compare-pools.ts'
export { amountNames, sayCompared } from './compare-words.ts'
export type { CompareChoice, ComparedRow, ComparedValue, ToCompare } from './compared.ts'
export { formulasOfCompared, rowsInside } from './compared-formulas.ts'
export { boundDifference, sayDifference } from './difference.ts'
export { type DimensionDistance, measureDistance, type PoolDistance } from './distance.ts'
export { notComparableSays, sayDistance, sayMoved, sayWhere } from './distance-words.ts'
export type { Bound, Distribution, Span } from './distribution.ts'
export type { Ends } from './ends.ts'
export { figuresOfName, formulasOfName } from './name-formulas.ts'
export { type NamedShare, namedShare } from './named-share.ts'
export { nearestExact } from './nearest-exact.ts'
export { type PoolShape, shapePool } from './pool-shape.ts'
export { presetsOf } from './presets.ts'
export { type Question, type Side, spanOfQuestion } from './question.ts'
export { mayBeAsked, readDistribution } from './read-distribution.ts'
export { edgeIsOutside, readEdge } from './read-edge.ts'
export { allSides, readQuestion } from './read-question.ts'
export { edgesOf, type NewBucket } from './rebucket.ts'
export { isOfName, nameRow, namesOf } from './row-names.ts'
export { type EdgeChoice, type EdgesProblem, isEdgeChoice, readEdgeChoice } from './shared-edges.ts'
export { tailsAt } from './tails.ts'
export {
  noDistributionSays,
  rowsDoNotAddUp,
  ruleSays,
  sayAnswer,
  sayBound,
  sayEdges,
  sayFigure,
  sayPercents,
  saySpan,
  sides,
} from './words.ts'
