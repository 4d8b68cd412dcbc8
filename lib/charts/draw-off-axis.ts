import { largest } from '../extremes.ts'
import { formatCount } from '../format/index.ts'
import { type Box, linePath, type Shape, type Target, textAt } from './drawing.ts'
import type { Slice } from './slices.ts'
import { textWidth, wrapText } from './text-width.ts'

/** A place left of the axis for rows that print neither a range nor a value: their slices, and their name in lines. */
export type OffSlot = { slices: Slice[]; lines: string[]; width: number }

/** More rows than this have one place together. */
const mostSlots = 2
const leastWidth = 34
/** Between two places. */
const gap = 10
/** Between the last of them and the axis, whose first tick has its figure under it. */
const gapToAxis = 20
const linePitch = 13

/** The places that rows without a place on the axis have left of it, none where there are no such rows. */
export function offSlots(slices: Slice[], nameOf: (bucket: number) => string, width: number): OffSlot[] {
  const groups = slices.length > mostSlots ? [slices] : slices.map(slice => [slice])
  const most = width > 500 ? 96 : 60
  return groups.map(group => {
    const [first] = group
    const name = group.length === 1 && first ? nameOf(first.bucket) : `${formatCount(group.length)} rows`
    const parts = group.length === 1 ? name.split(' ') : [name]
    const longest = largest(parts.map(text => textWidth([{ text }])))
    const slotWidth = Math.min(most, Math.max(leastWidth, Math.ceil(longest)))
    return { slices: group, lines: wrapText(name, slotWidth), width: slotWidth }
  })
}

/** Room that they take, in pixels. */
export function offRoom(slots: OffSlot[]): number {
  const widths = slots.reduce((sum, { width }) => sum + width + gap, 0)
  return slots.length > 0 ? widths - gap + gapToAxis : 0
}

/** What the rows of a place amount to, null where none of them prints a figure. */
export function offAmount({ slices }: OffSlot): number | null {
  const known = slices.flatMap(({ amount }) => amount ?? [])
  return known.length > 0 ? known.reduce((sum, amount) => sum + Math.max(0, amount), 0) : null
}

/** Where the places stand, left of the plot and as high. */
export function offBoxes(slots: OffSlot[], plot: Box): Box[] {
  let x = plot.x - offRoom(slots)
  return slots.map(({ width }) => {
    const box = { x, y: plot.y, width, height: plot.height }
    x += width + gap
    return box
  })
}

/** A base line and the name under each place. */
export function drawOffBase(slots: OffSlot[], boxes: Box[]): Shape[] {
  return slots.flatMap(({ lines }, index) => {
    const box = boxes[index]
    if (!box) return []
    const bottom = box.y + box.height
    const middle = box.x + box.width / 2
    return [
      { ink: 'base', d: linePath(box.x, bottom, box.x + box.width, bottom) },
      ...lines.map((line, order) => textAt('axis', middle, bottom + 17 + order * linePitch, 'middle', line)),
    ]
  })
}

/** Each place is found over its whole height. */
export function offTargets(slots: OffSlot[], boxes: Box[], marks: Box[]): Target[] {
  return slots.flatMap(({ slices }, index) => {
    const [box, mark] = [boxes[index], marks[index]]
    return box && mark ? [{ ...box, buckets: slices.map(({ bucket }) => bucket), mark }] : []
  })
}
