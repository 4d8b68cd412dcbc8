import { formatCount } from '../format/index.ts'
import type { ChartLine } from './chart-line.ts'
import type { StateMapModel } from './chart-model.ts'
import { isFailing } from './draw-failing.ts'
import { type Box, type Ink, roundBoxPath, type Shape, type Target, textAt } from './drawing.ts'
import type { OffMap } from './state-shares.ts'
import { stateTiles } from './state-tiles.ts'
import { fitText, textWidth, wrapText } from './text-width.ts'
import { sayAmount } from './words.ts'

/** What is drawn around the map: the legend, and with room what no tile stands for. */
export type Beside = {
  frame: Shape[]
  marks: Shape[]
  targets: Target[]
  /** Tiles on whose rows a check fails. */
  failing: Box[]
}

const swatch = 11
const rowPitch = 20

/** The legend as one row under the map: the classes that a state is in. */
export function drawLegendBelow(
  { states, measure }: StateMapModel,
  map: Box,
  line: ChartLine | null,
): Beside {
  const y = map.y + map.height + 4
  const frame: Shape[] = []
  let x = 0
  const classes = classesOf(states)
  for (const [order, { index, word }] of classes.entries()) {
    const text = order === classes.length - 1 ? `${word} %` : word
    frame.push(shadeSwatch(index, x, y + 2), textAt('axis', x + 16, y + 12, 'start', text))
    x += 16 + textWidth([{ text }]) + 12
  }
  const note = noteOf(measure, line)
  if (note) frame.push(textAt('axis', map.width - 1, y + 12, 'end', fitText(note, map.width - x)))
  return { frame, marks: [], targets: [], failing: [] }
}

/**
 * The legend in a column beside the map, each class that states are in with how many they are, and at the foot a tile for
 * each row that the map has no place for.
 */
export function drawSide(model: StateMapModel, side: Box, tile: number, line: ChartLine | null): Beside {
  const { named, offMap } = model.states
  const rows = [
    ...classesOf(model.states).map(({ index, word, count }) => ({
      mark: (y: number) => shadeSwatch(index, side.x, y),
      word,
      count,
    })),
    {
      mark: (y: number) => outline(side.x, y),
      word: 'not named',
      count: stateTiles.length - named.length,
    },
  ].filter(({ count }) => count > 0)
  const right = side.x + side.width
  const frame = rows.flatMap(({ mark, word, count }, index) => {
    const y = side.y + 30 + index * rowPitch
    return [
      mark(y - 10),
      textAt('axis', side.x + 18, y, 'start', word),
      textAt('axis', right, y, 'end', String(count)),
    ]
  })
  const heading = [
    textAt('axis', side.x, side.y + 11, 'start', `% of ${model.measure === 'count' ? 'loans' : 'balance'}`),
    textAt('axis', right, side.y + 11, 'end', 'states'),
  ]
  const note = noteOf(model.measure, line)
  if (note)
    heading.push(
      textAt('axis', side.x, side.y + 30 + rows.length * rowPitch, 'start', fitText(note, side.width)),
    )
  const blocks = drawOffMap(model, offMap, side, tile)
  return { ...blocks, frame: [...heading, ...frame, ...blocks.frame] }
}

/** As many tiles as fit under the legend; with more rows than that, one for all of them. */
const mostBlocks = 3

function drawOffMap(model: StateMapModel, offMap: OffMap[], side: Box, tile: number): Beside {
  const groups = offMap.length > mostBlocks ? [offMap] : offMap.map(row => [row])
  const top = side.y + side.height - groups.length * (tile + 3) + 3
  const drawn = groups.map((rows, index) => drawBlock(model, rows, side, top + index * (tile + 3), tile))
  return {
    frame: drawn.flatMap(({ frame }) => frame),
    marks: drawn.flatMap(({ marks }) => marks),
    targets: drawn.flatMap(({ targets }) => targets),
    failing: drawn.flatMap(({ failing }) => failing),
  }
}

function drawBlock(model: StateMapModel, rows: OffMap[], side: Box, y: number, tile: number): Beside {
  const mark = { x: side.x + 0.5, y: y + 0.5, width: tile, height: tile }
  const [first] = rows
  const name = rows.length === 1 && first ? first.label : `${formatCount(rows.length)} rows`
  const ink: Ink = rows.some(({ isResidual }) => isResidual) ? 'residual' : 'soft'
  const amount = rows.reduce((sum, { slice }) => sum + (slice.amount ?? 0), 0)
  const x = side.x + tile + 8
  const figure = { text: sayAmount(model.source, model.measure, amount), strong: true }
  const lines = wrapText(name, side.width - tile - 8)
  const top = y + tile / 2 - lines.length * 7 + 4
  return {
    frame: [
      ...lines.map((line, index) => textAt('words', x, top + index * 14, 'start', line)),
      textAt('words', x, top + lines.length * 14, 'start', figure),
    ],
    marks: [{ ink, d: roundBoxPath(mark, 2) }],
    failing: isFailing(
      model.source,
      model.measure,
      rows.map(({ slice }) => slice.bucket),
    )
      ? [mark]
      : [],
    targets: [
      {
        x: side.x,
        y,
        width: side.width,
        height: tile,
        buckets: rows.map(({ slice }) => slice.bucket),
        mark,
      },
    ],
  }
}

function shadeSwatch(index: number, x: number, y: number): Shape {
  return {
    ink: `shade-${index + 1}` as Ink,
    d: roundBoxPath({ x, y, width: swatch, height: swatch }, 1),
  }
}

function outline(x: number, y: number): Shape {
  const box = { x: x + 0.5, y: y + 0.5, width: swatch - 1, height: swatch - 1 }
  return { ink: 'tile', d: roundBoxPath(box, 1) }
}

/** What the figures on the tiles are, where they are not the percents of the legend. */
function noteOf(measure: StateMapModel['measure'], line: ChartLine | null): string {
  if (line) return `tiles: ${line.name}`
  if (measure === 'percent') return ''
  return measure === 'balance' ? 'tiles in $ m' : 'tiles in loans'
}

/** The classes that states are in, the palest first, each with its place among the four and how many states it has. */
function classesOf({ named, limits }: StateMapModel['states']) {
  return legendWords(limits)
    .map((word, index) => ({
      index,
      word,
      count: named.filter(({ shade }) => shade === index + 1).length,
    }))
    .filter(({ count }) => count > 0)
}

/** The four classes in words: `2–3`, `3–5`, `5–10`, `over 10`; a ladder from nought begins with `under 1`. */
function legendWords([first, second, third, fourth]: [number, number, number, number]): string[] {
  const lowest = first === 0 ? `under ${second}` : `${first}–${second}`
  return [lowest, `${second}–${third}`, `${third}–${fourth}`, `over ${fourth}`]
}
