import { drawOnAxis, layOutAxis, sharedAxis } from './axis-layout.ts'
import type { LollipopsModel, Stem } from './chart-model.ts'
import type { LineChoice } from './choose-line.ts'
import { type FailingMark, isFailing, printedShare } from './draw-failing.ts'
import { type OffSlot, offAmount, offSlots } from './draw-off-axis.ts'
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
import { sayMeasure, sayRow } from './words.ts'

type Head = { x: number; y: number }

/** Exact values as lines at their place on the axis, at a width in pixels. */
export function drawLollipops(model: LollipopsModel, width: number, choice: LineChoice): Drawing {
  const { source, measure, stems } = model
  const slots = offSlots(model.offAxis, bucket => sayRow(source, bucket), width)
  const heights = [...stems.map(stem => stem.height), ...slots.map(slot => offAmount(slot) ?? 0)]
  const printed = stems.map(({ slice }) =>
    measure === 'percent' ? printedShare(source, measure, slice) : null,
  )
  const x = sharedAxis(source, domainOf(stems))
  const layout = layOutAxis({
    model,
    width,
    choice,
    x,
    title: sayMeasure(measure),
    slots,
    heights: [...heights, ...printed.flatMap(share => share ?? [])],
    isWhole: measure === 'count',
    leastDecimals: source.unit === 'percent' ? 1 : 0,
  })
  const { axis, plot, places } = layout
  const heads = headsOf(stems, x, plot, axis.top)
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
  return drawOnAxis(layout, {
    marks: drawStems(heads, plot, stems.length),
    offMarks,
    offShapes: drawStems(offHeads, plot, stems.length),
    failing,
    labels: labelLollipops({ layout, heads, offMarks, failing }),
    targets: targetsOf(stems, heads, plot),
  })
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
