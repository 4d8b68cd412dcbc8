import { largest } from '../extremes.ts'
import { isScaled, titleOf } from './axis-title.ts'
import type { HistogramBin, HistogramModel } from './chart-model.ts'
import type { LineChoice } from './choose-line.ts'
import { drawAverage } from './draw-average.ts'
import { drawBase, drawValueAxis, footOf, gutterFor, ticksAcross } from './draw-axes.ts'
import { drawDots, drawOverlayAxis, drawRuns, headroom, overlayGutter } from './draw-overlay.ts'
import { type Box, boxPath, type Drawing, placeOn, type Shape, type Target } from './drawing.ts'
import { labelHistogram } from './label-histogram.ts'
import { niceValueAxis } from './nice-axis.ts'
import { overlayOf } from './overlay.ts'

/** A histogram at a width in pixels: bars to scale, open rows hatched, a second line on the same grid. */
export function drawHistogram(model: HistogramModel, width: number, choice: LineChoice): Drawing {
  const { source, measure } = model
  const axis = niceValueAxis(
    largest(model.bins.map(bin => bin.height)),
    measure === 'count' && !isScaled(model),
  )
  const x = { from: model.bins[0]?.left ?? 0, to: model.bins.at(-1)?.right ?? 1 }
  const left = gutterFor(axis, measure)
  const title = titleOf(model)
  const overlay = overlayOf(model, choice, axis)
  const plot: Box = {
    x: left,
    y: headroom(title, overlay, width),
    width: width - left - (overlay ? overlayGutter(overlay) : 14),
    height: width > 500 ? 210 : 196,
  }
  const boxes = barBoxes(model, plot, axis.top, x)
  const marks = drawBars(model, boxes)
  const average = drawAverage(model, x, plot, width)
  const ticks = ticksAcross(source, x, plot.width)
  const frame = [
    ...drawValueAxis(axis, plot, measure, title),
    ...(overlay ? drawOverlayAxis(overlay, plot, width) : []),
    ...drawBase(source, ticks, x, plot),
    ...average,
  ]
  const labels = labelHistogram(model, boxes, plot, x, width, overlay)
  return {
    width,
    height: footOf(plot, average),
    plot,
    x,
    y: { from: 0, to: axis.top },
    frame,
    marks,
    line: overlay ? drawRuns(overlay, x, plot) : [],
    overlay,
    notes: [...(overlay ? drawDots(overlay, x, plot) : []), ...labels],
    targets: targetsOf(model, boxes, plot, x),
  }
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
