import { largest } from '../extremes.ts'
import type { HistogramModel, LollipopsModel } from './chart-model.ts'
import type { ChartSource } from './chart-source.ts'
import type { LineChoice } from './choose-line.ts'
import { drawAverage } from './draw-average.ts'
import { drawBase, drawValueAxis, footOf, gutterFor, ticksAcross } from './draw-axes.ts'
import { drawFailingBars, type FailingMark } from './draw-failing.ts'
import { drawOffBase, type OffSlot, offAmount, offBoxes, offRoom, offTargets } from './draw-off-axis.ts'
import { drawDots, drawOverlayAxis, drawRuns, headroom, overlayGutter } from './draw-overlay.ts'
import type { Box, Drawing, Overlay, Scale, Shape, Target } from './drawing.ts'
import { niceValueAxis, type Ticks, type ValueAxis } from './nice-axis.ts'
import { overlayOf } from './overlay.ts'
import { type LabelWish, wishOverOff } from './place-labels.ts'
import { sayAmount } from './words.ts'

type AxisModel = HistogramModel | LollipopsModel

type Asked<Model> = {
  model: Model
  /** In pixels. */
  width: number
  choice: LineChoice
  /** The axis that the rows stand on, and what heads the one of their amounts. */
  x: Scale
  title: string
  /** Rows left of the axis. */
  slots: OffSlot[]
  /** All that the axis of amounts has to hold, and whether its ticks are whole numbers. */
  heights: number[]
  isWhole: boolean
  leastDecimals?: number
}

/** What figures with an axis share before their marks are drawn: where the plot lies, its axes, its second line. */
export type AxisLayout<Model = AxisModel> = Pick<
  Asked<Model>,
  'model' | 'width' | 'x' | 'title' | 'slots'
> & {
  leastDecimals: number
  axis: ValueAxis
  overlay: Overlay | null
  plot: Box
  /** The places of the rows left of the axis, and what names them. */
  places: Box[]
  offBase: Shape[]
  average: Shape[]
  ticks: Ticks
}

/** Lay a figure with an axis out at a width. */
export function layOutAxis<Model extends AxisModel>(asked: Asked<Model>): AxisLayout<Model> {
  const { model, width, choice, x, title, slots, heights, isWhole, leastDecimals = 0 } = asked
  const top = model.source.scale?.tops[model.measure] ?? 0
  const axis = niceValueAxis(largest([top, ...heights]), isWhole)
  const left = gutterFor(axis, model.measure) + offRoom(slots)
  const overlay = overlayOf(model, choice, axis)
  const plot: Box = {
    x: left,
    y: headroom(title, overlay, width),
    width: width - left - (overlay ? overlayGutter(overlay) : 14),
    height: width > 500 ? 210 : 196,
  }
  const places = offBoxes(slots, plot)
  return {
    ...{ model, width, x, title, slots, leastDecimals, axis, overlay, plot, places },
    offBase: drawOffBase(slots, places),
    average: drawAverage(model, x, plot, width),
    ticks: ticksAcross(model.source, x, plot.width, leastDecimals),
  }
}

/** The axis of a figure, with room for the rows of those that it stands beside. */
export function sharedAxis({ scale }: ChartSource, own: Scale): Scale {
  if (!scale?.x) return own
  return { from: Math.min(scale.x.from, own.from), to: Math.max(scale.x.to, own.to) }
}

/** The marks of a figure, on the axis and left of it, with what is said on them. */
type Marks = {
  marks: Shape[]
  offMarks: Box[]
  offShapes: Shape[]
  failing: FailingMark[]
  labels: Shape[]
  targets: Target[]
}

/** A figure with an axis, whole: what its layout and its marks come to. */
export function drawOnAxis(
  layout: AxisLayout,
  { marks, offMarks, offShapes, failing, labels, targets }: Marks,
): Drawing {
  const { model, width, x, title, slots, leastDecimals, axis, overlay, plot, places } = layout
  const { offBase, average, ticks } = layout
  const room = offRoom(slots)
  const withRoom = { ...plot, x: plot.x - room, width: plot.width + room }
  return {
    width,
    height: footOf(plot, [...average, ...offBase]),
    plot,
    x,
    y: { from: 0, to: axis.top },
    frame: [
      ...drawValueAxis(axis, withRoom, model.measure, title),
      ...offBase,
      ...offShapes,
      ...(overlay ? drawOverlayAxis(overlay, plot, width) : []),
      ...drawBase(model.source, ticks, x, plot, width, leastDecimals),
      ...average,
    ],
    marks,
    line: overlay ? drawRuns(overlay, x, plot) : [],
    notes: [...(overlay ? drawDots(overlay, x, plot) : []), ...drawFailingBars(failing), ...labels],
    targets: [...offTargets(slots, places, offMarks), ...targets],
  }
}

/** What the labels of a figure have to know of it. */
export type Labelled<Model> = {
  layout: AxisLayout<Model>
  /** The marks of rows left of the axis. */
  offMarks: Box[]
  failing: FailingMark[]
}

/** What rows left of the axis amount to, over their marks. */
export function wishesForOff({ layout: { model, slots }, offMarks }: Labelled<AxisModel>): LabelWish[] {
  return slots.flatMap((slot, index) => {
    const box = offMarks[index]
    return box ? [wishOverOff(sayAmount(model.source, model.measure, offAmount(slot)), box)] : []
  })
}

/** Where labels may stand: over the plot and the rows left of it, and so far above, in pixels. */
export function labelBounds({ plot, slots, width }: AxisLayout, above: number): Box {
  const left = plot.x - offRoom(slots)
  return { x: left, y: plot.y - above, width: width - left, height: plot.height + above }
}
