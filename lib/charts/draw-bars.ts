import { largest } from '../extremes.ts'
import { formatCount } from '../format/index.ts'
import type { ChartLine } from './chart-line.ts'
import type { BarsModel } from './chart-model.ts'
import { crossPath, framePath, isFailing, printedShare } from './draw-failing.ts'
import { drawLane, laneFor, laneTitle, laneTitleWidth } from './draw-lane.ts'
import { type Box, boxPath, type Drawing, linePath, type Shape, type Target, textAt } from './drawing.ts'
import { type Slice, shareBy } from './slices.ts'
import { fitText, textWidth } from './text-width.ts'
import { sayAmount } from './words.ts'

/** One bar: a row, or the smaller rows taken together. Shares in percent. */
type BarRow = {
  label: string
  buckets: number[]
  share: number | null
  tick: number | null
  figure: string
  /** A check fails on what is drawn of it. */
  fails: boolean
  /** The percent that it prints where that is not the share drawn. */
  printed: number | null
}

type Frame = {
  width: number
  labelWidth: number
  barX: number
  barLength: number
  pitch: number
  labelAbove: boolean
  /** Height of the legend over the bars. */
  head: number
}

const legendHeight = 26
const legendRow = 15
const barHeight = 12
/** A cross before a figure, and the gap after it. */
const crossRoom = 12

/**
 * Categories as bars in order of size, to a common scale of 0 to 100 percent, a tick where the other share stands. A line
 * is a lane of dots beside them.
 */
export function drawCategoryBars(model: BarsModel, width: number, line: ChartLine | null): Drawing {
  const rows = barRows(model)
  const lane = laneFor(line, width)
  const legend = legendOf(model, rows)
  const isTight = lane !== null && legend.width + laneTitleWidth(lane) > width - 8
  const head = legendHeight + (isTight ? legendRow : 0)
  const frame = { ...frameOf(lane ? lane.x - 10 : width, rows, width > 500), head }
  const boxes = rows.map((row, index) => barBox(row, index, frame))
  const height = head + rows.length * frame.pitch
  const plot = { x: frame.barX, y: head, width: frame.barLength, height: rows.length * frame.pitch }
  return {
    width,
    height,
    plot,
    x: { from: 0, to: 100 },
    y: { from: 0, to: rows.length },
    frame: [
      ...legend.shapes,
      ...(lane ? laneTitle(lane, isTight ? 11 + legendRow : 11) : []),
      ...rows.map((row, index) => labelShape(row, index, frame)),
    ],
    marks: drawMarks(model, rows, boxes),
    line: [],
    notes: [
      ...drawTicks(rows, boxes, frame),
      ...drawFailing(rows, boxes, frame),
      ...rows.flatMap((row, index) => figureShape(row, boxes[index], frame)),
      ...(lane ? drawLane(lane, laneRows(rows, boxes)) : []),
    ],
    targets: rows.flatMap((row, index) => targetOf(row, boxes[index], index, { ...frame, width })),
  }
}

/** The rows as bars, the smaller ones last and together where there are too many. */
function barRows(model: BarsModel): BarRow[] {
  const { source, measure, bars, together } = model
  const rows = bars.map(slice => ({
    label: source.rows[slice.bucket]?.label ?? '',
    buckets: [slice.bucket],
    share: shareBy(measure, slice),
    tick: measure === 'count' ? slice.share : slice.loanShare,
    figure: sayAmount(source, measure, slice.amount),
    fails: isFailing(source, measure, [slice.bucket]),
    printed: printedShare(source, measure, slice),
  }))
  if (together.length === 0) return rows
  const amount = sumOf(together.map(slice => slice.amount))
  const rest: BarRow = {
    label: `${formatCount(together.length)} smaller rows together`,
    buckets: together.map(slice => slice.bucket),
    share: sumOf(together.map(slice => shareBy(measure, slice))),
    tick: sumOf(together.map(slice => (measure === 'count' ? slice.share : slice.loanShare))),
    figure: sayAmount(source, measure, amount),
    fails: isFailing(
      source,
      measure,
      together.map(slice => slice.bucket),
    ),
    printed: null,
  }
  return [...rows, rest]
}

function sumOf(values: Slice['amount'][]): number | null {
  const known = values.filter(value => value !== null)
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null
}

/** Labels above the bars where it is narrow, else in a column as wide as the longest of them needs. */
function frameOf(width: number, rows: BarRow[], isWide: boolean): Omit<Frame, 'head'> {
  const figures = largest(rows.map(({ figure }) => textWidth([{ text: figure }])))
  const room = Math.ceil(figures) + (rows.some(({ fails }) => fails) ? crossRoom : 0) + 8
  if (!isWide)
    return { width, labelWidth: width, barX: 0, barLength: width - room, pitch: 40, labelAbove: true }
  const labelWidth = Math.min(220, largest(rows.map(({ label }) => textWidth([{ text: label }]))))
  return {
    width,
    labelWidth,
    barX: labelWidth + 12,
    barLength: width - labelWidth - 12 - room,
    pitch: 28,
    labelAbove: false,
  }
}

function barBox(row: BarRow, index: number, frame: Frame): Box {
  const y = frame.head + index * frame.pitch + (frame.labelAbove ? 18 : 8)
  const share = Math.min(100, Math.max(0, row.share ?? 0))
  const length = (share / 100) * frame.barLength
  return { x: frame.barX, y, width: share > 0 ? Math.max(1, length) : 0, height: barHeight }
}

function drawMarks(model: BarsModel, rows: BarRow[], boxes: Box[]): Shape[] {
  const single = rows.length - (model.together.length > 0 ? 1 : 0)
  const shapes: Shape[] = [
    { ink: 'data', d: boxes.slice(0, single).map(drawnBox).join('') },
    { ink: 'soft', d: boxes.slice(single).map(drawnBox).join('') },
  ]
  return shapes.filter(shape => 'd' in shape && shape.d !== '')
}

function drawnBox(box: Box): string {
  return box.width > 0 ? boxPath(box) : ''
}

function drawTicks(rows: BarRow[], boxes: Box[], frame: Frame): Shape[] {
  const d = rows.map(({ tick }, index) => {
    const box = boxes[index]
    if (tick === null || !box) return ''
    const x = placeOfShare(tick, frame)
    return linePath(x, box.y - 2.5, x, box.y + barHeight + 2.5)
  })
  return d.some(Boolean) ? [{ ink: 'tick', d: d.join('') }] : []
}

/** Failing bars in a frame, a dashed line where the printed percent would end, and a cross before the figure. */
function drawFailing(rows: BarRow[], boxes: Box[], frame: Frame): Shape[] {
  const failing = rows.flatMap((row, index) => {
    const box = boxes[index]
    return row.fails && box ? [{ row, box }] : []
  })
  if (failing.length === 0) return []
  const lines = failing.flatMap(({ row: { printed }, box }) => {
    if (printed === null) return []
    const x = placeOfShare(printed, frame)
    return [linePath(x, box.y - 2.5, x, box.y + barHeight + 2.5)]
  })
  const crosses = failing.map(({ row, box }) => crossPath(endOf(row, box, frame) + 11, box.y + barHeight / 2))
  return [
    { ink: 'fail-frame', d: failing.map(({ box }) => framePath(box)).join('') },
    ...(lines.length > 0 ? [{ ink: 'fail-line' as const, d: lines.join('') }] : []),
    { ink: 'fail', d: crosses.join('') },
  ]
}

function placeOfShare(share: number, { barX, barLength }: Frame): number {
  return barX + (Math.min(100, Math.max(0, share)) / 100) * barLength
}

/** Where the last of a row's marks ends. */
function endOf({ tick, printed }: BarRow, box: Box, frame: Frame): number {
  return Math.max(box.x + box.width, placeOfShare(Math.max(tick ?? 0, printed ?? 0), frame))
}

function laneRows(rows: BarRow[], boxes: Box[]): Parameters<typeof drawLane>[1] {
  return rows.flatMap(({ buckets }, index) => {
    const bar = boxes[index]
    return bar ? [{ bucket: buckets.length === 1 ? (buckets[0] ?? null) : null, bar }] : []
  })
}

/** What bars and ticks are, and the room it takes from the left. */
function legendOf(model: BarsModel, rows: BarRow[]): { shapes: Shape[]; width: number } {
  const hasTicks = rows.some(row => row.tick !== null)
  const [bar, tick] = model.measure === 'count' ? ['loans', 'balance'] : ['balance', 'loans']
  const first = `share of ${bar}`
  const x = 20 + textWidth([{ text: first }]) + 16
  const shapes: Shape[] = [
    { ink: 'data', d: boxPath({ x: 0, y: 2, width: 14, height: 9 }) },
    textAt('axis', 20, 11, 'start', first),
  ]
  if (!hasTicks) return { shapes, width: x - 16 }
  const second = `share of ${tick}`
  const ticks: Shape[] = [
    { ink: 'tick', d: linePath(x, 1, x, 12) },
    textAt('axis', x + 6, 11, 'start', second),
  ]
  return { shapes: [...shapes, ...ticks], width: x + 6 + textWidth([{ text: second }]) }
}

function labelShape(row: BarRow, index: number, frame: Frame): Shape {
  const y = frame.head + index * frame.pitch + (frame.labelAbove ? 12 : 18)
  const label = fitText(row.label, frame.labelWidth)
  return frame.labelAbove
    ? textAt('words', 0, y, 'start', label)
    : textAt('words', frame.labelWidth, y, 'end', label)
}

function figureShape(row: BarRow, box: Box | undefined, frame: Frame): Shape[] {
  if (!box) return []
  const x = endOf(row, box, frame) + 8 + (row.fails ? crossRoom : 0)
  return [textAt('words', x, box.y + 10, 'start', { text: row.figure, strong: true })]
}

function targetOf(row: BarRow, mark: Box | undefined, index: number, frame: Frame): Target[] {
  if (!mark) return []
  const y = frame.head + index * frame.pitch
  return [{ x: 0, y, width: frame.width, height: frame.pitch, buckets: row.buckets, mark }]
}
