import type { StateMapModel } from './chart-model.ts'
import {
  type Box,
  boxPath,
  type Drawing,
  type Ink,
  roundBoxPath,
  type Shape,
  type Target,
  textAt,
} from './drawing.ts'
import { type NamedState, type OffMap, type Shade, shadeOf } from './state-shares.ts'
import { type StateTile, stateTiles, tileColumns, tileRows } from './state-tiles.ts'
import { textWidth } from './text-width.ts'
import { sayAmount } from './words.ts'

const shades: Shade[] = [1, 2, 3, 4]
const stripHeight = 13

/** The states as equal tiles, a legend, and a strip of the whole pool in which what is not on the map is hatched. */
export function drawStateMap(model: StateMapModel, width: number): Drawing {
  const tile = Math.min(44, (width - 1) / tileColumns)
  const mapHeight = tileRows * tile
  const legendY = mapHeight + 4
  const stripY = legendY + 26
  const named = new Map(model.states.named.map(state => [state.tile.code, state]))
  const plot = { x: 0, y: 0, width: tile * tileColumns, height: mapHeight }
  const strip = drawStrip(model, stripY, width)
  return {
    width,
    height: stripY + stripHeight + 18,
    plot,
    x: { from: 0, to: tileColumns },
    y: { from: 0, to: tileRows },
    frame: [...drawEmpty(named, tile), ...drawLegend(model, legendY, plot.width)],
    marks: [...drawNamed(model, tile), ...strip.shapes],
    line: [],
    notes: drawCodes(model, tile),
    targets: [...model.states.named.map(state => tileTarget(state, tile)), ...strip.targets],
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
        ink: `shade-${shade}` as Ink,
        d: boxes.map(state => roundBoxPath(tileBox(state.tile, tile), 2)).join(''),
      },
    ]
  })
}

function drawCodes(model: StateMapModel, tile: number): Shape[] {
  return model.states.named.flatMap(state => {
    const { x, y, width, height } = tileBox(state.tile, tile)
    const ink = `code-${state.shade}` as const
    const middle = x + width / 2
    const figure = shortFigure(model, state)
    if (textWidth([{ text: figure }], 11.5) > tile + 1) {
      return [textAt(ink, middle, y + height / 2 + 4, 'middle', { text: state.tile.code, strong: true })]
    }
    return [
      textAt(ink, middle, y + height / 2 - 2, 'middle', { text: state.tile.code, strong: true }),
      textAt(ink, middle, y + height / 2 + 10, 'middle', figure),
    ]
  })
}

/** A figure that fits a tile: percent to one place, loans whole, money in millions of dollars. */
function shortFigure({ measure, source }: StateMapModel, { slice }: NamedState): string {
  if (slice.amount === null) return ''
  if (measure === 'percent') return slice.amount.toFixed(1)
  if (measure === 'count') return sayAmount(source, measure, slice.amount)
  const millions = slice.amount / 1e8
  return millions.toFixed(millions >= 100 ? 0 : 1)
}

function drawLegend({ states, measure }: StateMapModel, y: number, right: number): Shape[] {
  const words = legendWords(states.limits)
  const shapes: Shape[] = []
  let x = 0
  for (const [index, word] of words.entries()) {
    shapes.push({
      ink: `shade-${index + 1}` as Ink,
      d: roundBoxPath({ x, y: y + 2, width: 11, height: 11 }, 1),
    })
    const text = index === 3 ? `${word} %` : word
    shapes.push(textAt('axis', x + 16, y + 12, 'start', text))
    x += 16 + textWidth([{ text }]) + 12
  }
  const note = measure === 'balance' ? 'tiles in $ m' : measure === 'count' ? 'tiles in loans' : ''
  return note ? [...shapes, textAt('axis', right - 1, y + 12, 'end', note)] : shapes
}

/** The four classes in words: `2–3`, `3–5`, `5–10`, `over 10`; a ladder from nought begins with `under 1`. */
function legendWords([first, second, third, fourth]: [number, number, number, number]): string[] {
  const lowest = first === 0 ? `under ${second}` : `${first}–${second}`
  return [lowest, `${second}–${third}`, `${third}–${fourth}`, `over ${fourth}`]
}

function drawStrip(model: StateMapModel, y: number, width: number): { shapes: Shape[]; targets: Target[] } {
  const { named, offMap, limits } = model.states
  const parts = [
    ...named.map(({ slice, share }) => ({ slice, share, ink: `shade-${shadeOf(share, limits)}` as Ink })),
    ...offMap.map(({ slice, share, isResidual }) => ({
      slice,
      share,
      ink: (isResidual ? 'residual' : 'soft') as Ink,
    })),
  ].filter(({ share }) => share > 0)
  const whole = Math.max(
    100,
    parts.reduce((sum, { share }) => sum + share, 0),
  )
  let x = 0
  const targets: Target[] = []
  const paths = new Map<Ink, string>()
  for (const { slice, share, ink } of parts) {
    const length = (share / whole) * (width - 1)
    const box = { x: x + 0.5, y: y + 0.5, width: Math.max(0.5, length - 1), height: stripHeight - 1 }
    paths.set(ink, (paths.get(ink) ?? '') + boxPath(box))
    targets.push({ x, y: y - 5, width: length, height: 24, buckets: [slice.bucket], mark: box })
    x += length
  }
  const shapes: Shape[] = [...paths].map(([ink, d]) => ({ ink, d }))
  return { shapes: [...shapes, ...stripWords(model, y + stripHeight + 14, width)], targets }
}

function stripWords(model: StateMapModel, y: number, width: number): Shape[] {
  const { named, offMap } = model.states
  const states = `${named.length} named ${named.length === 1 ? 'state' : 'states'} `
  const left = [{ text: states }, { text: sumWords(model, named), strong: true }]
  if (offMap.length === 0) return [textAt('words', 0, y, 'start', ...left)]
  const rest = { text: sumWords(model, offMap), strong: true }
  const full = [{ text: `${offMapWords(offMap)}, not on the map ` }, rest]
  const hasRoom = textWidth([...left, ...full]) < width * 0.9
  const right = hasRoom ? full : [{ text: 'not on the map ' }, rest]
  return [textAt('words', 0, y, 'start', ...left), textAt('words', width, y, 'end', ...right)]
}

function offMapWords(offMap: OffMap[]): string {
  const [first] = offMap
  if (!first || offMap.length > 1) return `${offMap.length} rows`
  return first.isResidual ? 'Other' : first.label
}

function sumWords(
  { source, measure }: StateMapModel,
  states: { slice: { amount: number | null } }[],
): string {
  return sayAmount(
    source,
    measure,
    states.reduce((sum, { slice }) => sum + (slice.amount ?? 0), 0),
  )
}

function tileTarget(state: NamedState, tile: number): Target {
  const mark = tileBox(state.tile, tile)
  return { x: mark.x - 1.5, y: mark.y - 1.5, width: tile, height: tile, buckets: [state.slice.bucket], mark }
}
