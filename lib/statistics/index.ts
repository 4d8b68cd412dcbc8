export { readStatistics } from './read-statistics.ts'
export { type Recomputed, recomputeStatistic } from './recompute-statistic.ts'
export { findReferenceTable, findReferenceTotal } from './reference-total.ts'
export { findStatisticKind, statisticKinds } from './registry.ts'
