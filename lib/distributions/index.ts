export {
  type Amount,
  type Answer,
  amounts,
  ask,
  askTail,
  type Because,
  isExact,
  type Part,
  type Rule,
} from './answer.ts'
export { type Asked, allSides, exampleOf, examplesOf, readAsked, type TypedQuestion } from './asked.ts'
export { type ComparedRow, type ComparedValue, type Comparison, compareTables } from './compare.ts'
export { boundDifference, sayDifference } from './difference.ts'
export type { Bound, Distribution, End, Row, Span } from './distribution.ts'
export { namedShare } from './named-share.ts'
export { nearestExact } from './nearest-exact.ts'
export { presetsOf } from './presets.ts'
export type { Question, Side } from './question.ts'
export { mayBeAsked, type NoDistribution, readDistribution } from './read-distribution.ts'
export { edgeIsOutside, readEdge, readEdges } from './read-edge.ts'
export { type Edge, edgeAt, edgesOf, type NewBucket, rebucket } from './rebucket.ts'
export { isOfName, namesOf } from './row-names.ts'
export {
  noDistributionSays,
  rowsDoNotAddUp,
  ruleSays,
  sayAnswer,
  sayBecause,
  sayBound,
  sayFigure,
  sayPercents,
  sayQuestion,
  saySpan,
  sides,
} from './words.ts'
