import { formatCount, formatMoney, formatPercent } from '../format/index.ts'
import { heightOf } from './bins.ts'
import type { ChartModel, HistogramModel } from './chart-model.ts'
import { chooseLine, type LineChoice, type LineWish } from './choose-line.ts'
import { isFailing, printedShare } from './draw-failing.ts'
import { sayLineValue, sayMeasure, sayRow, sayWidth } from './words.ts'

/**
 * What a figure says about a row, or about rows drawn together: a heading and figures with their words, and why the row is
 * marked where a check fails on it.
 */
export type Tip = { heading: string; lines: { words: string; figure: string }[]; fails: string | null }

/** The tip of the rows behind one mark. Figures are sums where there are several; what is not printed is left out. */
export function tipOf(model: ChartModel, buckets: number[], wish: LineWish = 'auto'): Tip {
  const { source, slices } = model
  const rows = buckets.flatMap(bucket => source.rows[bucket] ?? [])
  const own = buckets.flatMap(bucket => slices[bucket] ?? [])
  const first = buckets[0] ?? 0
  const lines = [
    line('Balance', sumOf(rows.map(row => row.balanceCents)), cents => `$${formatMoney(cents)}`),
    line('Loans', sumOf(rows.map(row => row.loanCount)), formatCount),
    line('% of balance', sumOf(own.map(slice => slice.share)), formatPercent),
    line('% of loans', sumOf(own.map(slice => slice.loanShare)), formatPercent),
    model.kind === 'histogram' && model.isDensity ? densityLine(model, first) : [],
    line(
      `Cumulative % of ${model.measure === 'count' ? 'loans' : 'balance'}`,
      reachedAt(model, first),
      formatPercent,
    ),
    averageLine(chooseLine(model, wish), buckets),
  ]
  const heading = buckets.length === 1 ? sayRow(source, first) : `${formatCount(buckets.length)} rows`
  return { heading, lines: lines.flat(), fails: sayFailing(model, buckets) }
}

/** A tip as one sentence, for who hears it. */
export function sayTip({ heading, lines, fails }: Tip): string {
  const figures = lines.map(({ words, figure }) => `${words} ${figure}`)
  return [heading, ...(fails ? [fails] : []), ...figures].join(', ')
}

/**
 * > Prints 38.82%, its balance gives 32.82%
 */
function sayFailing({ source, measure, slices }: ChartModel, buckets: number[]): string | null {
  if (!isFailing(source, measure, buckets)) return null
  const [slice] = buckets.flatMap(bucket => slices[bucket] ?? [])
  const printed = slice && buckets.length === 1 ? printedShare(source, measure, slice) : null
  if (!slice || printed === null)
    return buckets.length === 1 ? 'A check fails on this row' : 'A check fails on one of them'
  const [of, drawn] = measure === 'count' ? ['number of loans', slice.loanShare] : ['balance', slice.share]
  return `Prints ${formatPercent(printed)}%, its ${of} gives ${formatPercent(drawn ?? 0)}%`
}

function line(words: string, value: number | null, format: (value: number) => string): Tip['lines'] {
  return value === null ? [] : [{ words, figure: format(value) }]
}

function densityLine(model: HistogramModel, bucket: number): Tip['lines'] {
  const bin = model.bins.find(one => one.bucket === bucket)
  const share = model.slices[bucket]?.share ?? null
  if (!bin || share === null) return []
  const words = `${sayMeasure('percent')} per ${sayWidth(model.perWidth, model.source.unit)}`
  return line(words, heightOf(bin, share, model.perWidth), formatPercent)
}

/** The value of the second line at a row; rows drawn together print none of their own. */
function averageLine(choice: LineChoice, buckets: number[]): Tip['lines'] {
  const [bucket] = buckets
  if (choice === null || choice === 'cumulative' || bucket === undefined || buckets.length > 1) return []
  return line(choice.name, choice.values[bucket] ?? null, value => sayLineValue(value, choice))
}

/** Share reached with a row, along the axis; null for figures without an axis or rows whose spread is not known. */
function reachedAt(model: ChartModel, bucket: number): number | null {
  if (model.kind !== 'histogram' && model.kind !== 'lollipops') return null
  return model.cumulative.find(step => step.bucket === bucket)?.after ?? null
}

function sumOf(values: (number | null)[]): number | null {
  const known = values.filter(value => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
}
