import { largest, smallest } from '../extremes.ts'
import { formatCount, formatPercent } from '../format/index.ts'
import type { ChartModel } from './chart-model.ts'
import { chooseLine, type LineWish } from './choose-line.ts'
import { type Slice, shareBy } from './slices.ts'
import { sayLineValue, sayRow, shareDecimals } from './words.ts'

const kinds: Record<ChartModel['kind'], string> = {
  bars: 'Bars in order of size',
  histogram: 'Histogram',
  lollipops: 'Lines at exact values',
  'state-map': 'Map of equal tiles',
}

/** The accessible name of a figure: what it is, what it counts, and its largest rows with their shares. */
export function describeChart(model: ChartModel, wish: LineWish = 'auto'): string {
  const { source, measure, slices } = model
  const of = measure === 'count' ? 'loans' : 'balance'
  const largest = slices
    .map(slice => ({ slice, share: shareBy(measure, slice) }))
    .filter((entry): entry is { slice: Slice; share: number } => entry.share !== null && entry.share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3)
    .map(
      ({ slice, share }) => `${sayRow(source, slice.bucket)} ${formatPercent(share, shareDecimals(source))}%`,
    )
  const count = `${formatCount(source.rows.length)} ${source.rows.length === 1 ? 'row' : 'rows'}`
  const main = largest.length > 0 ? `Largest: ${largest.join(', ')}.` : 'No shares.'
  return [`${kinds[model.kind]}: ${source.title}, share of ${of}, ${count}.`, main, sayLine(model, wish)]
    .filter(Boolean)
    .join(' ')
}

/** > Line: Avg rate, %, from 5.120 to 7.355. */
function sayLine(model: ChartModel, wish: LineWish): string {
  const line = chooseLine(model, wish)
  if (line === null || line === 'cumulative') return ''
  const known = line.values.filter(value => value !== null)
  const [low, high] = [smallest(known), largest(known)].map(value => sayLineValue(value, line))
  return `Line: ${line.name}, ${low === high ? low : `from ${low} to ${high}`}.`
}
