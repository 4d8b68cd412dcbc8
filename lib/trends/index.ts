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
export { dateKindSays, sayPoint, sayTrendValue, valueKindSays } from './say-point.ts'
export { sayChange, sayCounts, sayDates } from './say-trend.ts'
export {
  type DateKind,
  dateKinds,
  type Exclusion,
  type Trend,
  type TrendDate,
  type TrendDeal,
  type TrendPeriod,
  type TrendPoint,
  type TrendValue,
  type TrendWish,
  trendOf,
  type Weighing,
  whyExcluded,
} from './trend.ts'
export { type Weighed, weigh, weighQuotients } from './weigh.ts'
