import { matchNumber } from '../../figures/index.ts'
import type { FigureHistogram } from '../deal-summary.ts'
import type { FigureColumn } from './figure-column.ts'
import type { Narrowed } from './narrow.ts'

const mostBins = 14
/** Values that the ends of an axis are found by. */
const mostSampled = 2000

type Axis = { from: number; step: number; bins: number }

/**
 * How a figure is spread over the deals that everything else that is asked leaves in; `own` are the orders of the filters on
 * the figure itself. Its axis is of all deals, so it stays where it is; the last bin has all that lies beyond. Null where
 * hardly any deal reports it. `most` is what no figure of the kind is above: there the axis ends.
 */
export function histogramOf(
  column: FigureColumn,
  { without, byFilter }: Narrowed,
  own: ReadonlySet<number>,
  most = Number.POSITIVE_INFINITY,
): Omit<FigureHistogram, 'figure'> | null {
  const axis = axisOf(column, without, most)
  if (axis === null) return null
  const others = byFilter.filter((_, order) => !own.has(order))
  const counted = Array.from({ length: axis.bins }, (_, order) => ({
    low: tidy(axis.from + order * axis.step),
    high: tidy(axis.from + (order + 1) * axis.step),
    deals: 0,
    bounded: 0,
  }))
  for (let row = 0; row < without.length; row++) {
    if (without[row] !== 0 || column.kind[row] === 0) continue
    if (others.some(match => (match[row] ?? 0) < matchNumber.possible)) continue
    const [low, high] = [column.low[row] ?? 0, column.high[row] ?? 0]
    const order = Math.floor(((low + high) / 2 / column.scale - axis.from) / axis.step)
    const bin = counted[Math.min(Math.max(order, 0), axis.bins - 1)]
    if (bin === undefined) continue
    bin.deals++
    if (!isAlmostOne(low, high, axis.step * column.scale)) bin.bounded++
  }
  return { bins: counted }
}

/** An interval that is a small part of a bin is drawn as a figure. */
const isAlmostOne = (low: number, high: number, step: number) => high - low <= step / 20

/** A round axis that nearly all deals lie on. */
function axisOf({ low, high, kind, scale }: FigureColumn, without: Int32Array, natural: number): Axis | null {
  const every = Math.max(1, Math.floor(without.length / mostSampled))
  const middles: number[] = []
  for (let row = 0; row < without.length; row += every)
    if ((without[row] ?? 0) >= 0 && kind[row] !== 0)
      middles.push(((low[row] ?? 0) + (high[row] ?? 0)) / 2 / scale)
  if (middles.length < 2) return null
  middles.sort((a, b) => a - b)
  const at = (part: number) => middles[Math.round(part * (middles.length - 1))] ?? 0
  const [least, most] = [at(0.01), at(0.99)]
  if (most <= least) return null
  const step = roundStep((most - least) / (mostBins - 1))
  const from = tidy(Math.floor(least / step) * step)
  return { from, step, bins: Math.min(mostBins, Math.ceil(tidy((natural - from) / step))) }
}

/** > 0.034 → 0.05     13 → 20 */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return tidy(([1, 2, 2.5, 5].find(times => times * power >= least) ?? 10) * power)
}

const tidy = (value: number) => Number(value.toPrecision(12))
