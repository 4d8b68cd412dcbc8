export { formatBytes } from './bytes.ts'
export { formatCountOf, formatOutcome } from './count-of.ts'
export { rowsInAll, sayRowsShown } from './count-rows.ts'
export { formatDate, formatMonth, formatShortDate } from './dates.ts'
export {
  formatMeasureDifference,
  formatMeasureValue,
  formatWithUnit,
  recomputedDecimals,
} from './measure-value.ts'
export { formatMoney, formatShortMoney, formatWholeDollars, splitMoney } from './money.ts'
export { formatCount, formatDecimal, formatDifference, formatPercent, widen } from './numbers.ts'

export { formatRange, isExact } from './range.ts'
export { rowName } from './row-name.ts'
export { openTable } from './sentence.ts'
