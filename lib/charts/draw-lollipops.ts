import { largest } from '../extremes.ts'
import type { LollipopsModel, Stem } from './chart-model.ts'
import type { LineChoice } from './choose-line.ts'
import { drawAverage } from './draw-average.ts'
import { drawBase, drawValueAxis, footOf, gutterFor, ticksAcross } from './draw-axes.ts'
import { drawFailingBars, type FailingMark, isFailing, printedShare } from './draw-failing.ts'
import {
  drawOffBase,
  type OffSlot,
  offAmount,
  offBoxes,
  offRoom,
  offSlots,
  offTargets,
} from './draw-off-axis.ts'
import { drawDots, drawOverlayAxis, drawRuns, headroom, overlayGutter } from './draw-overlay.ts'
import {
  type Box,
  type Drawing,
  discPath,
  linePath,
  placeOn,
  type Scale,
  type Shape,
  type Target,
} from './drawing.ts'
import { labelLollipops } from './label-lollipops.ts'
import { niceValueAxis } from './nice-axis.ts'
import { overlayOf } from './overlay.ts'
import { sayMeasure, sayRow } from './words.ts'

type Head = { x: number; y: number }

/** Exact values as lines at their place on the axis, at a width in pixels. */
export function drawLollipops(model: LollipopsModel, width: number, choice: LineChoice): Drawing {
  const { source, measure, stems } = model
  const slots = offSlots(model.offAxis, bucket => sayRow(source, bucket), width)
  const room = offRoom(slots)
  const heights = [...stems.map(stem => stem.height), ...slots.map(slot => offAmount(slot) ?? 0)]
  const printed = stems.map(({ slice }) =>
    measure === 'percent' ? printedShare(source, measure, slice) : null,
  )
  const axis = niceValueAxis(
    largest([...heights, ...printed.flatMap(share => share ?? [])]),
    measure === 'count',
  )
  const x = domainOf(stems)
  const left = gutterFor(axis, measure) + room
  const overlay = overlayOf(model, choice, axis)
  const right = overlay ? overlayGutter(overlay) : 14
  const y = headroom(sayMeasure(measure), overlay, width)
  const plot: Box = { x: left, y, width: width - left - right, height: width > 500 ? 210 : 196 }
  const heads = headsOf(stems, x, plot, axis.top)
  const leastDecimals = source.unit === 'percent' ? 1 : 0
  const average = drawAverage(model, x, plot, width)
  const ticks = ticksAcross(source, x, plot.width, leastDecimals)
  const places = offBoxes(slots, plot)
  const offBase = drawOffBase(slots, places)
  const offHeads = places.map((place, index) => {
    const slot = slots[index]
    const height = ((slot && offAmount(slot)) ?? 0) / axis.top
    return { x: place.x + place.width / 2, y: plot.y + plot.height * (1 - height) }
  })
  const offMarks = offHeads.map(head => markOf(head, plot))
  const failing = [
    ...heads.map((head, index) => ({
      head,
      buckets: [stems[index]?.slice.bucket ?? -1],
      share: printed[index],
    })),
    ...offHeads.map((head, index) => ({ head, buckets: bucketsOf(slots[index]), share: null })),
  ].flatMap(({ head, buckets, share }): FailingMark[] => {
    if (!isFailing(source, measure, buckets)) return []
    return [
      {
        box: markOf(head, plot),
        printedY: share == null ? null : plot.y + plot.height * (1 - share / axis.top),
      },
    ]
  })
  return {
    width,
    height: footOf(plot, [...average, ...offBase]),
    plot,
    x,
    y: { from: 0, to: axis.top },
    frame: [
      ...drawValueAxis(
        axis,
        { ...plot, x: plot.x - room, width: plot.width + room },
        measure,
        sayMeasure(measure),
      ),
      ...offBase,
      ...drawStems(offHeads, plot, stems.length),
      ...(overlay ? drawOverlayAxis(overlay, plot, width) : []),
      ...drawBase(source, ticks, x, plot, width, leastDecimals),
      ...average,
    ],
    marks: drawStems(heads, plot, stems.length),
    line: overlay ? drawRuns(overlay, x, plot) : [],
    overlay,
    notes: [
      ...(overlay ? drawDots(overlay, x, plot) : []),
      ...drawFailingBars(failing),
      ...labelLollipops({ model, heads, plot, x, width, overlay, slots, offMarks, failing }),
    ],
    targets: [...offTargets(slots, places, offMarks), ...targetsOf(stems, heads, plot)],
  }
}

/** The axis of exact values: from the least to the greatest, with a margin so that no stem stands on the edge. */
function domainOf(stems: Stem[]): Scale {
  const low = stems[0]?.at ?? 0
  const high = stems.at(-1)?.at ?? 1
  const margin = high > low ? (high - low) * 0.04 : Math.max(1, Math.abs(low) * 0.1)
  return { from: low - margin, to: high + margin }
}

function headsOf(stems: Stem[], x: Scale, plot: Box, axisTop: number): Head[] {
  const across = placeOn(x, plot.x, plot.width)
  return stems.map(stem => ({
    x: across(stem.at),
    y: plot.y + plot.height * (1 - stem.height / axisTop),
  }))
}

function drawStems(heads: Head[], plot: Box, count: number): Shape[] {
  if (heads.length === 0) return []
  const foot = plot.y + plot.height
  const radius = stemRadius(count)
  return [
    { ink: 'stem', d: heads.map(head => linePath(head.x, foot, head.x, head.y)).join('') },
    { ink: 'data', d: heads.map(head => discPath(head.x, head.y, radius)).join('') },
  ]
}

/** Radius of the heads, smaller where many stand close. */
export function stemRadius(stems: number): number {
  return stems > 45 ? 1.8 : 2.5
}

/** Each stem is found from halfway to its neighbours, so that none is too thin for a finger. */
function targetsOf(stems: Stem[], heads: Head[], plot: Box): Target[] {
  return stems.flatMap((stem, index) => {
    const head = heads[index]
    if (!head) return []
    const from = halfway(heads[index - 1]?.x, head.x) ?? plot.x
    const to = halfway(heads[index + 1]?.x, head.x) ?? plot.x + plot.width
    const mark = markOf(head, plot)
    return [{ x: from, y: plot.y, width: to - from, height: plot.height, buckets: [stem.slice.bucket], mark }]
  })
}

function markOf({ x, y }: Head, plot: Box): Box {
  return { x: x - 3, y: y - 3, width: 6, height: plot.y + plot.height - y + 3 }
}

function bucketsOf(slot: OffSlot | undefined): number[] {
  return slot?.slices.map(({ bucket }) => bucket) ?? []
}

function halfway(neighbour: number | undefined, x: number): number | null {
  return neighbour === undefined ? null : (neighbour + x) / 2
}
