import { drawOnAxis, layOutAxis, sharedAxis } from './axis-layout.ts'
import { isScaled, titleOf } from './axis-title.ts'
import { heightOf } from './bins.ts'
import type { HistogramBin, HistogramModel } from './chart-model.ts'
import type { LineChoice } from './choose-line.ts'
import { type FailingMark, isFailing, printedShare } from './draw-failing.ts'
import { type OffSlot, offAmount, offRoom, offSlots } from './draw-off-axis.ts'
import { type Box, boxPath, type Drawing, placeOn, type Shape, type Target } from './drawing.ts'
import { labelHistogram } from './label-histogram.ts'
import { sayRow } from './words.ts'

/** A bar left of the axis is at least so wide, in pixels. */
const leastOffWidth = 12

/** A histogram at a width in pixels: bars to scale, open rows hatched, a second line on the same grid. */
export function drawHistogram(model: HistogramModel, width: number, choice: LineChoice): Drawing {
  const { source, measure } = model
  const x = sharedAxis(source, { from: model.bins[0]?.left ?? 0, to: model.bins.at(-1)?.right ?? 1 })
  const slots = offSlots(model.offAxis, bucket => sayRow(source, bucket), width)
  const room = offRoom(slots)
  const off = offBars(model, slots, (model.perWidth / (x.to - x.from)) * (width - room - 60))
  const heights = [
    ...model.bins.map(bin => bin.height),
    ...printedHeights(model),
    ...off.map(bar => bar.height),
  ]
  const layout = layOutAxis({
    model,
    width,
    choice,
    x,
    title: titleOf(model),
    slots,
    heights,
    isWhole: measure === 'count' && !isScaled(model),
  })
  const { axis, plot, places } = layout
  const boxes = barBoxes(model, plot, axis.top, x)
  const offMarks = places.map((place, index) => offBox(off[index], place, axis.top, plot, x, model.perWidth))
  const failing = [...failingMarks(model, boxes, plot, axis.top), ...failingOff(model, slots, offMarks)]
  return drawOnAxis(layout, {
    marks: drawBars(model, boxes),
    offMarks,
    offShapes: drawOffBars(offMarks),
    failing,
    labels: labelHistogram({ layout, boxes, offMarks, failing }),
    targets: targetsOf(model, boxes, plot, x),
  })
}

/** The percents that failing rows print, as heights: the axis holds them too. */
function printedHeights(model: HistogramModel): number[] {
  if (model.measure !== 'percent') return []
  return model.bins.flatMap(bin => {
    const printed = printedShare(model.source, model.measure, bin.slice)
    return printed === null ? [] : [heightOf(bin, printed, model.perWidth)]
  })
}

function failingMarks(model: HistogramModel, boxes: Box[], plot: Box, axisTop: number): FailingMark[] {
  const { source, measure, perWidth } = model
  return model.bins.flatMap((bin, index) => {
    const box = boxes[index]
    if (!box || !isFailing(source, measure, [bin.bucket])) return []
    const printed = measure === 'percent' ? printedShare(source, measure, bin.slice) : null
    const printedY =
      printed === null ? null : plot.y + plot.height * (1 - heightOf(bin, printed, perWidth) / axisTop)
    return [{ box, printedY }]
  })
}

function failingOff({ source, measure }: HistogramModel, slots: OffSlot[], marks: Box[]): FailingMark[] {
  return marks.flatMap((box, index) => {
    const buckets = slots[index]?.slices.map(({ bucket }) => bucket) ?? []
    return isFailing(source, measure, buckets) ? [{ box, printedY: null }] : []
  })
}

/** A bar left of the axis: its height on the axis upwards, and how many common widths it is wide. */
type OffBar = { height: number; widths: number }

/**
 * Rows without a place on the axis as bars of the common width, so that their areas compare with the others; where that is
 * too thin or too wide, they are wider or narrower and as much lower or higher. `pixels` is about what the common width takes.
 */
function offBars(model: HistogramModel, slots: OffSlot[], pixels: number): OffBar[] {
  return slots.map(slot => {
    const widths = Math.min(Math.max(pixels, leastOffWidth), slot.width) / pixels
    const amount = offAmount(slot) ?? 0
    return { height: isScaled(model) ? amount / widths : amount, widths }
  })
}

function offBox(
  bar: OffBar | undefined,
  place: Box,
  axisTop: number,
  plot: Box,
  x: Drawing['x'],
  perWidth: number,
): Box {
  const { height: amount, widths } = bar ?? { height: 0, widths: 1 }
  const width = Math.min(place.width, (widths * perWidth * plot.width) / (x.to - x.from))
  const height = amount > 0 ? Math.max(0.5, (amount / axisTop) * plot.height) : 0
  return { x: place.x + (place.width - width) / 2, y: place.y + place.height - height, width, height }
}

function drawOffBars(boxes: Box[]): Shape[] {
  const d = boxes.filter(({ height }) => height > 0).map(boxPath)
  return d.length > 0 ? [{ ink: 'data', d: d.join('') }] : []
}

function barBoxes(model: HistogramModel, plot: Box, axisTop: number, x: Drawing['x']): Box[] {
  const across = placeOn(x, plot.x, plot.width)
  return model.bins.map(bin => {
    const [from, to] = [across(bin.left), across(bin.right)]
    const gap = Math.min(1.5, (to - from) / 6)
    const tall = (bin.height / axisTop) * plot.height
    const height = bin.height > 0 ? Math.max(0.5, tall) : 0
    return { x: from + gap / 2, y: plot.y + plot.height - height, width: to - from - gap, height }
  })
}

function drawBars(model: HistogramModel, boxes: Box[]): Shape[] {
  const pathOf = (isOpen: boolean) =>
    model.bins
      .map((bin, index) => ({ bin, box: boxes[index] }))
      .filter(({ bin }) => (bin.drawn !== null) === isOpen && bin.height > 0)
      .map(({ box }) => (box ? boxPath(box) : ''))
      .join('')
  const shapes: Shape[] = [
    { ink: 'open', d: pathOf(true) },
    { ink: 'data', d: pathOf(false) },
  ]
  return shapes.filter(shape => 'd' in shape && shape.d !== '')
}

function targetsOf(model: HistogramModel, boxes: Box[], plot: Box, x: Drawing['x']): Target[] {
  const across = placeOn(x, plot.x, plot.width)
  return model.bins.flatMap((bin: HistogramBin, index) => {
    const mark = boxes[index]
    const [from, to] = [across(bin.left), across(bin.right)]
    return mark
      ? [{ x: from, y: plot.y, width: to - from, height: plot.height, buckets: [bin.bucket], mark }]
      : []
  })
}
