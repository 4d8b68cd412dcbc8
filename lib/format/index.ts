export { formatBytes } from './bytes.ts'
export { rowsInAll, sayRows, sayRowsShown } from './count-rows.ts'
export { formatDate, formatShortDate } from './dates.ts'
export {
  formatMeasureDifference,
  formatMeasureValue,
  formatWithUnit,
  recomputedDecimals,
} from './measure-value.ts'
export { formatMoney, formatShortMoney, formatWholeDollars, splitMoney } from './money.ts'
export { absent, formatCount, formatDecimal, formatDifference, formatPercent, minus } from './numbers.ts'
export type { Sentence } from './opening.ts'
export { formatEnd, formatRange, isExact } from './range.ts'
export { rowName } from './row-name.ts'
export { openTable } from './sentence.ts'
