export { sayPlainBound, weighingOf, weighingSays } from './measure.ts'
export {
  dayOf,
  namePeriod,
  type Period,
  type PeriodKind,
  periodKinds,
  periodOf,
  periodsBetween,
} from './periods.ts'
export { dateKindSays, sayPoint, valueKindSays } from './say-point.ts'
export { sayChange, sayCounts, sayDates } from './say-trend.ts'
export {
  type DateKind,
  dateKinds,
  type Trend,
  type TrendDate,
  type TrendDeal,
  type TrendPeriod,
  type TrendPoint,
  type TrendValue,
  type TrendWish,
  trendOf,
  whyExcluded,
} from './trend.ts'
