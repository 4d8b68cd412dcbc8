import {
  formatCount,
  formatDecimal,
  formatMeasureValue,
  formatPercent,
  formatShortMoney,
} from '../format/index.ts'
import type { Unit } from '../report.ts'
import type { ChartLine } from './chart-line.ts'
import type { ChartMeasure, ChartSource } from './chart-source.ts'
import { decimalsOf } from './nice-axis.ts'

/** An amount as a label on the data says it: `36.62`, `$82.4 m`, `202`. The axis says the unit. */
export function sayAmount(source: ChartSource, measure: ChartMeasure, amount: number | null): string {
  if (amount === null) return 'not printed'
  if (measure === 'balance') return formatShortMoney(amount)
  return measure === 'count' ? formatCount(amount) : formatPercent(amount, shareDecimals(source))
}

/** Decimals for shares: those of the printed percents, at least one and at most two. */
export function shareDecimals(source: ChartSource): number {
  return Math.min(2, Math.max(1, source.percentDecimals))
}

/** What the heights of a measure are called at the head of an axis. */
export function sayMeasure(measure: ChartMeasure): string {
  if (measure === 'balance') return 'balance'
  return measure === 'count' ? 'loans' : '% of balance'
}

/** The label of a row as a chart prints it: a dash between ends closed up, and `months` after a bare number of them. */
export function sayRow(source: ChartSource, bucket: number): string {
  const label = (source.rows[bucket]?.label ?? '').replace(/\s+[-–]\s+(?=[$\d])/, '–')
  return source.unit === 'months' && /^\d+$/.test(label) ? `${label} months` : label
}

/** A value on the axis where the filing prints none, a bound or a tick: `30`, `6.5`, `$750,000`. */
export function sayEnd(value: number, unit: Unit | null): string {
  if (unit === 'cents') return `$${formatDecimal(value / 100, value % 100 === 0 ? 0 : 2)}`
  return formatDecimal(value, decimalsOf(value)).replace(
    unit === 'years' || unit === null ? /,/g : /(?!)/,
    '',
  )
}

/** A tick of the axis across, short: `30`, `6.5`, `500k`, `2.5M`. */
export function sayTick(value: number, unit: Unit | null, decimals: number): string {
  if (unit === 'years' || unit === 'date') return String(value)
  if (unit !== 'cents') return formatDecimal(value, decimals)
  const dollars = value / 100
  if (Math.abs(dollars) >= 999_999) return `${formatShort(dollars / 1e6)}M`
  return Math.abs(dollars) >= 1000 ? `${formatShort(dollars / 1e3)}k` : formatShort(dollars)
}

/** A tick of the axis upwards, in the measure: `20`, `2.5`, `$40m`. */
export function sayValueTick(value: number, measure: ChartMeasure, step: number): string {
  if (measure !== 'balance') return formatDecimal(value, decimalsOf(step))
  const dollars = value / 100
  if (step >= 5e7) return `$${formatShort(dollars / 1e6)}m`
  return step >= 1e5 ? `$${formatShort(dollars / 1e3)}k` : `$${formatShort(dollars)}`
}

/** A value of a second line as its column prints it; money short. The scale says the unit. */
export function sayLineValue(
  value: number,
  { unit, decimals }: Pick<ChartLine, 'unit' | 'decimals'>,
): string {
  return unit === 'cents' ? formatShortMoney(value) : formatMeasureValue(value, unit, decimals)
}

/** A tick of a second line's scale: `6.5`, `720`, `$150k`. `step` is the distance to the next. */
export function sayLineTick(value: number, unit: Unit | null, step: number): string {
  return unit === 'cents' ? `$${sayTick(value, unit, 0)}` : formatDecimal(value, decimalsOf(step))
}

/** A width of axis: `5 points`, `$50,000 of width`, `12 months`. */
export function sayWidth(width: number, unit: Unit | null): string {
  if (unit === 'cents') return `${sayEnd(width, unit)} of width`
  if (unit === 'months') return width === 1 ? 'month' : `${sayEnd(width, unit)} months`
  if (unit === 'years') return width === 1 ? 'year' : `${sayEnd(width, unit)} years`
  const points = unit === 'percent' || unit === 'score'
  return `${sayEnd(width, unit)} ${points ? (width === 1 ? 'point' : 'points') : 'of width'}`
}

function formatShort(value: number): string {
  return formatDecimal(value, Math.min(2, decimalsOf(value)))
}
