export { addBounds } from './add-bounds.ts'
export {
  type Amount,
  type Answer,
  amounts,
  ask,
  askTail,
  type Because,
  isExact,
  type Part,
} from './answer.ts'
export { formulasOfAnswer } from './answer-formulas.ts'
export { type Asked, exampleOf, examplesOf, readAsked, type TypedQuestion } from './asked.ts'
export { type RowBeside, rowsWithoutFigure, totalBeside } from './beside-spans.ts'
export { findChanges, isMovedByPool, type RowChange, type TableChange } from './changes.ts'
export { hasRanges } from './compare.ts'
export {
  type ComparedPools,
  comparePools,
  findWidest,
  printedDimensions,
  type WidestRow,
} from './compare-pools.ts'
export { amountNames, figuresProveNothing, sayCompared } from './compare-words.ts'
export {
  type CompareChoice,
  type ComparedRow,
  type ComparedValue,
  contradictsItself,
  distributionOf,
  type ToCompare,
} from './compared.ts'
export { formulasOfCompared, rowsInside } from './compared-formulas.ts'
export { boundDifference, sayDifference } from './difference.ts'
export { type DimensionDistance, measureDistance, type PoolDistance } from './distance.ts'
export { notComparableSays, sayDistance, sayMoved, sayWhere } from './distance-words.ts'
export type { Bound, Distribution, GroupWeight, WeighedGroup } from './distribution.ts'
export type { Ends } from './ends.ts'
export { type FewEdges, findFewEdges } from './few-edges.ts'
export { addEndsOverGroups, formulasOfGroups } from './group-formulas.ts'
export {
  type FailingTables,
  failingTables,
  hullOfShares,
  isContradicted,
} from './hull-of-shares.ts'
export { LoanSpread, type TableOfLoans } from './loan-spread.ts'
export { sayMean } from './mean.ts'
export { figuresOfName, formulasOfSharedName } from './name-formulas.ts'
export { exactEdges, howExact, isSettled, nearestExact } from './nearest-exact.ts'
export { type GroupTable, weighShares } from './over-groups.ts'
export { type PoolShape, shapePool } from './pool-shape.ts'
export { presetsOf, usualEdges } from './presets.ts'
export { type Question, type Side, spanOfQuestion } from './question.ts'
export { mayBeAsked, readDistribution } from './read-distribution.ts'
export { edgeIsOutside, readEdge, readEdges } from './read-edge.ts'
export {
  type Comparison,
  comparisons,
  noComparisonSays,
  noFigureSays,
  noTwoFiguresSays,
  readTwoEdges,
} from './read-limits.ts'
export { allSides, readQuestion } from './read-question.ts'
export { edgesOf, type NewBucket } from './rebucket.ts'
export { type Fit, fitOf, nameRows, namesOf } from './row-names.ts'
export { shareOfName } from './share-of-name.ts'
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
