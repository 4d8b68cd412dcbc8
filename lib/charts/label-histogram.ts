import { formatCount } from '../format/index.ts'
import { type Labelled, labelBounds, wishesForOff } from './axis-layout.ts'
import { titleOf } from './axis-title.ts'
import type { HistogramBin, HistogramModel } from './chart-model.ts'
import { crossBoxes } from './draw-failing.ts'
import { overlayObstacles, wishesForExtremes } from './draw-overlay.ts'
import type { Overlay } from './drawing.ts'
import { type Box, discPath, linePath, placeOn, type Run, type Scale, type Shape, textAt } from './drawing.ts'
import { doTouch, type LabelPlace, type LabelWish, placeLabels, titleBox } from './place-labels.ts'
import { textWidth } from './text-width.ts'
import { sayAmount, sayEnd, sayRow } from './words.ts'

/**
 * Figures on a histogram: the largest row, where the cumulative line stands after it, the ends of another line, open
 * rows, a thin tail.
 */
export function labelHistogram({ boxes, ...labelled }: Labelled<HistogramModel> & { boxes: Box[] }): Shape[] {
  const { layout, offMarks, failing } = labelled
  const { model, plot, x, width, overlay } = layout
  const isWide = width > 500
  const largest = largestBin(model.bins)
  const mark = overlay?.kind === 'cumulative' && largest ? markOf(model, largest, overlay, plot, x) : null
  const line = overlayObstacles(overlay, x, plot, width)
  const inBars = isWide && !model.isDensity ? labelsInBars(model, boxes, largest, line) : []
  const wishes = [
    largest ? wishForLargest(model, largest, boxes, isWide) : null,
    mark ? wishForMark(mark, isWide) : null,
    ...wishesForOff(labelled),
    ...wishesForExtremes(overlay, x, plot),
    ...model.bins.map((bin, index) => (bin.drawn ? wishForOpen(model, bin, boxes[index]) : null)),
  ].filter(wish => wish !== null)
  const tail = tailOf(model, boxes, plot)
  const crosses = crossBoxes(failing)
  const points = mark ? [{ x: mark.x - 5, y: mark.y - 5, width: 10, height: 10 }] : []
  const obstacles = [...boxes, ...offMarks, ...crosses, ...points, titleBox(titleOf(model)), ...line]
  const placed = placeLabels(tail ? [...wishes, tail.wish] : wishes, obstacles, labelBounds(layout, 18))
  const isTailPlaced = tail !== null && placed.texts.some(text => text.runs === tail.wish.lines[0])
  return [
    ...(mark ? [{ ink: 'dot' as const, d: discPath(mark.x, mark.y, 3.5) }] : []),
    ...(isTailPlaced && tail ? [tail.bracket] : []),
    ...inBars,
    ...placed.texts,
  ]
}

type Mark = { x: number; y: number; share: number; end: string }

function largestBin(bins: HistogramBin[]): HistogramBin | null {
  const tallest = bins.reduce<HistogramBin | null>(
    (best, bin) => (bin.height > (best?.height ?? 0) ? bin : best),
    null,
  )
  return tallest
}

function markOf(
  model: HistogramModel,
  largest: HistogramBin,
  { scale }: Overlay,
  plot: Box,
  x: Scale,
): Mark | null {
  const step = model.cumulative.find(({ bucket }) => bucket === largest.bucket)
  const end = sayHigh(model, largest, 'to')
  if (!step || end === null || largest.drawn || step.after >= 99.995) return null
  return {
    x: placeOn(x, plot.x, plot.width)(step.to),
    y: placeOn(scale, plot.y + plot.height, -plot.height)(step.after),
    share: step.after,
    end,
  }
}

function wishForMark({ x, y, share, end }: Mark, isWide: boolean): LabelWish {
  const figure: Run = { text: share.toFixed(2), strong: true }
  const lines: Run[][] = isWide ? [[figure, { text: ` ${end}` }]] : [[figure], [{ text: end }]]
  const drop = isWide ? 18 : 20
  return {
    lines,
    places: [
      { x: x + 8, y: y + drop, anchor: 'start' },
      { x: x + 8, y: y + drop + 12, anchor: 'start' },
      { x: x - 9, y: y - (isWide ? 4 : 16), anchor: 'end' },
      { x: x + 8, y: y + drop + 36, anchor: 'start' },
    ],
  }
}

function wishForLargest(
  model: HistogramModel,
  bin: HistogramBin,
  boxes: Box[],
  isWide: boolean,
): LabelWish | null {
  const box = boxes[model.bins.indexOf(bin)]
  if (!box || bin.drawn) return null
  const figure: Run = { text: sayAmount(model.source, model.measure, bin.slice.amount), strong: true }
  const words = isWide || model.isDensity ? [{ text: ` at ${sayRow(model.source, bin.bucket)}` }] : []
  const middle = box.x + box.width / 2
  const sides: LabelPlace[] = [
    { x: box.x - 5, y: box.y + 10, anchor: 'end' },
    { x: box.x + box.width + 6, y: box.y + 10, anchor: 'start' },
    { x: middle, y: box.y - 5, anchor: 'middle' },
    { x: box.x, y: box.y - 5, anchor: 'start' },
    { x: box.x + box.width, y: box.y - 5, anchor: 'end' },
    { x: box.x + box.width + 6, y: box.y + 24, anchor: 'start' },
  ]
  return { lines: [[figure, ...words]], places: sides }
}

function wishForOpen(model: HistogramModel, bin: HistogramBin, box: Box | undefined): LabelWish | null {
  if (!box || bin.height <= 0) return null
  const figure: Run = { text: sayAmount(model.source, model.measure, bin.slice.amount), strong: true }
  const isLow = bin.drawn?.side === 'low'
  const end = isLow ? sayHigh(model, bin, 'up to') : sayLow(model, bin)
  const lines = end === null ? [[figure]] : [[figure], [{ text: end }]]
  const [edge, anchor] = isLow ? [box.x + 4, 'start' as const] : [box.x + box.width - 2, 'end' as const]
  const rises = [21, 32, 44, 58, 74, 92, -16, -36, -64]
  return { lines, places: rises.map(rise => ({ x: edge, y: box.y - rise, anchor })), over: box }
}

/** The upper end of a row as its filing prints it: `up to 579` though its bar reaches to 580, `below 500`. */
function sayHigh({ source }: HistogramModel, { bucket, high }: HistogramBin, to: string): string | null {
  const range = source.rows[bucket]?.range
  const end = range?.high ?? high
  if (end === null) return null
  return `${range?.highIncluded === false ? 'below' : to} ${sayEnd(end, source.unit)}`
}

/** The lower end of a row as printed, `from 651`; of money that begins a cent late, `above $1,000,000`. */
function sayLow({ source }: HistogramModel, { bucket, low }: HistogramBin): string | null {
  const range = source.rows[bucket]?.range
  if (low === null) return null
  const printed = range?.low ?? low
  if (range?.lowIncluded === false || (source.unit === 'cents' && printed > low))
    return `above ${sayEnd(low, source.unit)}`
  return `from ${sayEnd(printed, source.unit)}`
}

/** In the wide figure a bar that has room, and no line through it, says its figure at its foot. */
function labelsInBars(
  model: HistogramModel,
  boxes: Box[],
  largest: HistogramBin | null,
  line: Box[],
): Shape[] {
  return model.bins.flatMap((bin, index) => {
    const box = boxes[index]
    const text = sayAmount(model.source, model.measure, bin.slice.amount)
    if (!box || bin.drawn || bin === largest || box.height < 18) return []
    if (textWidth([{ text }]) + 4 > box.width) return []
    const foot = { x: box.x, y: box.y + box.height - 18, width: box.width, height: 16 }
    if (line.some(part => doTouch(part, foot))) return []
    return [textAt('in-bar', box.x + box.width / 2, box.y + box.height - 6, 'middle', text)]
  })
}

/** Rows at the top end too wide and thin to be seen are named together over a bracket. */
function tailOf(model: HistogramModel, boxes: Box[], plot: Box): { wish: LabelWish; bracket: Shape } | null {
  if (!model.isDensity) return null
  const first = model.bins.findLastIndex((bin, index) => !isThin(model, bin, boxes[index])) + 1
  const bins = model.bins.slice(first)
  const [from, to] = [boxes[first], boxes.at(-1)]
  const low = bins[0] ? sayLow(model, bins[0]) : null
  if (bins.length < 2 || !from || !to || low === null) return null
  const amounts = bins.reduce((sum, bin) => sum + (bin.slice.amount ?? 0), 0)
  const loans = bins.reduce((sum, bin) => sum + (model.source.rows[bin.bucket]?.loanCount ?? 0), 0)
  const y = plot.y + plot.height - 24
  const right = to.x + to.width
  const lines: Run[][] = [
    [{ text: sayAmount(model.source, model.measure, amounts), strong: true }, { text: ` ${low}` }],
    [
      {
        text: `${loans > 0 ? `${formatCount(loans)} ${loans === 1 ? 'loan' : 'loans'} in ` : ''}${formatCount(bins.length)} wide rows`,
      },
    ],
  ]
  return {
    wish: {
      lines,
      places: [
        { x: (from.x + right) / 2, y: y - 22, anchor: 'middle' },
        { x: right, y: y - 22, anchor: 'end' },
      ],
    },
    bracket: { ink: 'tick', d: `${linePath(from.x, y + 5, from.x, y)}H${right}v5` },
  }
}

function isThin(model: HistogramModel, bin: HistogramBin, box: Box | undefined): boolean {
  return bin.right - bin.left > model.perWidth * 1.5 && box !== undefined && box.height < 8
}
