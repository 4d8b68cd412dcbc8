import { largest, smallest } from '../extremes.ts'
import { drawBins, heightOf } from './bins.ts'
import { chartModel } from './chart-model.ts'
import type { ChartSource } from './chart-source.ts'
import { boxPath, linePath, placeOn, px } from './drawing.ts'
import { doOverlap, joinEdges } from './edges.ts'
import { shareBy } from './slices.ts'
import { type Shade, shadeLimits, shadeOf } from './state-shares.ts'
import { stateTiles, tileColumns } from './state-tiles.ts'

/** A still too small for text: paths by what they show, `empty` for tiles without a figure. */
export type TinyDrawing = {
  fill?: string
  open?: string
  stroke?: string
  empty?: string
  base?: string
  shades?: [Shade, string][]
  residual?: string
}

type Size = { width: number; height: number }
/** A row as the library keeps it: ends of its range, share in percent. */
export type TinyRow = { low: number | null; high: number | null; pct: number | null }

/** A table as a still without text, at a size in pixels. */
export function tinyOfChart(source: ChartSource, size: Size): TinyDrawing {
  const model = chartModel(source, 'percent')
  if (model.kind === 'state-map')
    return tinyMap(
      model.states.named.map(({ tile }) => tile.code),
      model.states.offMap.length > 0,
      size,
    )
  if (model.kind === 'bars')
    return tinyBars(
      model.bars.map(slice => shareBy(model.measure, slice)),
      size,
    )
  return tinyOfRows(
    source.rows.flatMap(({ range }, bucket) => {
      const share = model.slices[bucket]?.share ?? model.slices[bucket]?.loanShare ?? null
      return range ? [{ low: range.low, high: range.high, pct: share }] : []
    }),
    size,
  )
}

/** Ranges as a small histogram, exact values as small stems. Rows that overlap are bars side by side. */
export function tinyOfRows(rows: TinyRow[], size: Size): TinyDrawing {
  const ranged = rows.flatMap(({ low, high }, bucket) =>
    low === null && high === null
      ? []
      : [{ bucket, range: { low, high, lowIncluded: true, highIncluded: true } }],
  )
  if (ranged.length === 0) return {}
  if (ranged.every(({ range }) => range.low === range.high)) return tinyStems(rows, size)
  const spans = joinEdges(ranged)
  return doOverlap(spans)
    ? tinyBars(
        rows.map(row => row.pct),
        size,
      )
    : tinyHistogram(rows, drawBins(spans), size)
}

/** Named states as parts of the whole pool by size, the rest hatched. Shares in percent. */
export function tinyOfStates(states: { code: string; pct: number }[], { width, height }: Size): TinyDrawing {
  const named = states.filter(({ code, pct }) => code !== 'other' && pct > 0).sort((a, b) => b.pct - a.pct)
  const limits = shadeLimits(named.map(({ pct }) => pct))
  const whole = Math.max(
    100,
    named.reduce((sum, { pct }) => sum + pct, 0),
  )
  const paths = new Map<Shade, string>()
  let x = 0.5
  for (const { pct } of named) {
    const length = (pct / whole) * (width - 1)
    const shade = shadeOf(pct, limits)
    const box = { x, y: 0.5, width: Math.max(0.4, length - 1), height: height - 1 }
    paths.set(shade, (paths.get(shade) ?? '') + boxPath(box))
    x += length
  }
  const rest = width - 0.5 - x
  const residual = rest > 1 ? boxPath({ x, y: 0.5, width: rest, height: height - 1 }) : undefined
  return { shades: [...paths], ...(residual ? { residual } : {}) }
}

function tinyHistogram(
  rows: TinyRow[],
  { bins, perWidth }: ReturnType<typeof drawBins>,
  { width, height }: Size,
): TinyDrawing {
  const heights = bins.map(bin => heightOf(bin, Math.max(0, rows[bin.bucket]?.pct ?? 0), perWidth))
  const most = largest(heights) || 1
  const across = placeOn({ from: bins[0]?.left ?? 0, to: bins.at(-1)?.right ?? 1 }, 0, width)
  const paths = { fill: '', open: '' }
  for (const [index, bin] of bins.entries()) {
    const tall = ((heights[index] ?? 0) / most) * (height - 2)
    if (tall <= 0) continue
    const [from, to] = [across(bin.left), across(bin.right)]
    const drawn = Math.max(0.8, tall)
    const gap = Math.min(0.8, (to - from) / 5)
    const box = { x: from, y: height - 1 - drawn, width: to - from - gap, height: drawn }
    paths[bin.drawn ? 'open' : 'fill'] += boxPath(box)
  }
  return { ...paths, base: baseline(width, height) }
}

function tinyStems(rows: TinyRow[], { width, height }: Size): TinyDrawing {
  const values = rows.flatMap(row => (row.low === null ? [] : [row.low]))
  const [low, high] = [smallest(values), largest(values)]
  const margin = (high - low) * 0.03 || 1
  const across = placeOn({ from: low - margin, to: high + margin }, 0, width)
  const most = largest(rows.map(row => row.pct ?? 0)) || 1
  const stroke = rows.flatMap(({ low, pct }) => {
    if (low === null || !pct || pct <= 0) return []
    const tall = Math.max(0.8, (pct / most) * (height - 2))
    return [`M${px(across(low))} ${height - 1}v${px(-tall)}`]
  })
  return { stroke: stroke.join(''), base: baseline(width, height) }
}

function tinyBars(shares: (number | null)[], { width, height }: Size): TinyDrawing {
  const rows = shares.slice(0, 7)
  const pitch = height / Math.max(1, rows.length)
  const fill = rows.map((share, index) => {
    const length = Math.max(1, (Math.min(100, Math.max(0, share ?? 0)) / 100) * width)
    const tall = Math.min(6, Math.max(1.2, pitch - 1.6))
    return share === null ? '' : boxPath({ x: 0, y: index * pitch, width: length, height: tall })
  })
  return { fill: fill.join('') }
}

function tinyMap(named: string[], hasResidual: boolean, { height }: Size): TinyDrawing {
  const unit = height / 8
  const path = (isNamed: boolean) =>
    stateTiles
      .filter(({ code }) => named.includes(code) === isNamed)
      .map(({ column, row }) =>
        boxPath({ x: column * unit * 1.17, y: row * unit, width: unit, height: unit - 0.5 }),
      )
      .join('')
  const left = (tileColumns + 2) * unit * 1.17
  const residual = hasResidual
    ? { residual: boxPath({ x: left, y: unit * 2.7, width: unit * 6, height: unit * 4.6 }) }
    : {}
  return { fill: path(true), empty: path(false), ...residual }
}

function baseline(width: number, height: number): string {
  return linePath(0, height - 0.5, width, height - 0.5)
}
