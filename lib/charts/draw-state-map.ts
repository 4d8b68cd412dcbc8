import type { ChartLine } from './chart-line.ts'
import type { StateMapModel } from './chart-model.ts'
import { drawFailingTiles, isFailing } from './draw-failing.ts'
import { drawLegendBelow, drawSide } from './draw-state-legend.ts'
import { drawStrip, stripHeight } from './draw-state-strip.ts'
import { type Box, type Drawing, type Ink, roundBoxPath, type Shape, type Target, textAt } from './drawing.ts'
import type { NamedState, Shade } from './state-shares.ts'
import { type StateTile, stateTiles, tileColumns, tileRows } from './state-tiles.ts'
import { textWidth } from './text-width.ts'
import { sayAmount, sayLineValue } from './words.ts'

const shades: (Shade | null)[] = [1, 2, 3, 4, null]
const widestTile = 44
const legendHeight = 22
const gap = 24

/** A state whose share cannot be drawn is hatched. */
const tileInk = (shade: Shade | null): Ink => (shade === null ? 'residual' : `shade-${shade}`)

/**
 * The states as equal tiles, a legend, and a strip of the whole pool in which what is not on the map is hatched. Where
 * the figure is wider than the map, the legend stands beside it, and so does what no tile stands for. With a line, the
 * figures on the tiles are its values; the shades stay shares.
 */
export function drawStateMap(model: StateMapModel, width: number, line: ChartLine | null): Drawing {
  const tile = Math.min(widestTile, (width - 1) / tileColumns)
  const plot = { x: 0, y: 0, width: tile * tileColumns, height: tileRows * tile }
  const isWide = width - plot.width > 3 * tile
  const named = new Map(model.states.named.map(state => [state.tile.code, state]))
  const side = { x: plot.width + gap, y: 0, width: width - plot.width - gap, height: plot.height - 3 }
  const beside = isWide ? drawSide(model, side, tile - 3, line) : drawLegendBelow(model, plot, line)
  const strip = drawStrip(model, plot.height + (isWide ? 8 : legendHeight + 8), width)
  return {
    width,
    height: strip.y + stripHeight + 18,
    plot,
    x: { from: 0, to: tileColumns },
    y: { from: 0, to: tileRows },
    frame: [...drawEmpty(named, tile), ...beside.frame],
    marks: [...drawNamed(model, tile), ...beside.marks, ...strip.shapes],
    line: [],
    notes: [
      ...drawCodes(model, tile, line),
      ...drawFailingTiles([...failingTiles(model, tile), ...beside.failing]),
    ],
    targets: [
      ...model.states.named.map(state => tileTarget(state, tile)),
      ...beside.targets,
      ...strip.targets,
    ],
  }
}

function tileBox({ column, row }: StateTile, tile: number): Box {
  return { x: column * tile + 0.5, y: row * tile + 0.5, width: tile - 3, height: tile - 3 }
}

function drawEmpty(named: Map<string, NamedState>, tile: number): Shape[] {
  const empty = stateTiles.filter(({ code }) => !named.has(code))
  return [
    { ink: 'tile', d: empty.map(place => roundBoxPath(tileBox(place, tile), 2)).join('') },
    ...empty.map(place => {
      const { x, y, width, height } = tileBox(place, tile)
      return textAt('code', x + width / 2, y + height / 2 + 4, 'middle', place.code)
    }),
  ]
}

function drawNamed({ states }: StateMapModel, tile: number): Shape[] {
  return shades.flatMap(shade => {
    const boxes = states.named.filter(state => state.shade === shade)
    if (boxes.length === 0) return []
    return [
      {
        ink: tileInk(shade),
        d: boxes.map(state => roundBoxPath(tileBox(state.tile, tile), 2)).join(''),
      },
    ]
  })
}

function drawCodes(model: StateMapModel, tile: number, line: ChartLine | null): Shape[] {
  return model.states.named.flatMap(state => {
    const { x, y, width, height } = tileBox(state.tile, tile)
    const ink = `code-${state.shade ?? 1}` as const
    const middle = x + width / 2
    const figure = line ? lineFigure(line, state) : shortFigure(model, state)
    if (textWidth([{ text: figure }], 12.5) > tile + 1) {
      return [textAt(ink, middle, y + height / 2 + 4, 'middle', { text: state.tile.code, strong: true })]
    }
    return [
      textAt(ink, middle, y + height / 2 - 2, 'middle', { text: state.tile.code, strong: true }),
      textAt(ink, middle, y + height / 2 + 10, 'middle', figure),
    ]
  })
}

function failingTiles({ source, measure, states }: StateMapModel, tile: number): Box[] {
  return states.named
    .filter(({ slice }) => isFailing(source, measure, [slice.bucket]))
    .map(state => tileBox(state.tile, tile))
}

function lineFigure(line: ChartLine, { slice }: NamedState): string {
  const value = line.values[slice.bucket] ?? null
  return value === null ? '' : sayLineValue(value, line)
}

/** A figure that fits a tile: percent to one place, loans whole, money in millions of dollars. */
function shortFigure({ measure, source }: StateMapModel, { slice }: NamedState): string {
  if (slice.amount === null) return ''
  if (measure === 'percent') return slice.amount.toFixed(1)
  if (measure === 'count') return sayAmount(source, measure, slice.amount)
  const millions = slice.amount / 1e8
  return millions.toFixed(millions >= 100 ? 0 : 1)
}

function tileTarget(state: NamedState, tile: number): Target {
  const mark = tileBox(state.tile, tile)
  return { x: mark.x - 1.5, y: mark.y - 1.5, width: tile, height: tile, buckets: [state.slice.bucket], mark }
}
