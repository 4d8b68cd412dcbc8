import { addAll } from '../add-all.ts'
import { largest } from '../extremes.ts'
import type { Box, Run, TextShape } from './drawing.ts'
import { textWidth } from './text-width.ts'

const lineHeight = 15
const ascent = 10

/** A place for a label's first baseline. */
export type LabelPlace = { x: number; y: number; anchor: TextShape['anchor'] }

/**
 * A label that wants to stand at one of its places, best first; it is left out where none is free. It may lie `over` an
 * obstacle of its own.
 */
export type LabelWish = { lines: Run[][]; places: LabelPlace[]; over?: Box }

/** Labels that found a place, and the boxes they take. */
export type Placed = { texts: TextShape[]; boxes: Box[] }

/**
 * Give labels, most important first, the first of their places that is inside `bounds` and covers neither an obstacle
 * nor a label placed before.
 */
export function placeLabels(wishes: LabelWish[], obstacles: Box[], bounds: Box): Placed {
  const placed: Placed = { texts: [], boxes: [] }
  for (const wish of wishes) {
    const place = wish.places.find(candidate => {
      const box = labelBox(wish.lines, candidate)
      const others = [...obstacles.filter(obstacle => obstacle !== wish.over), ...placed.boxes]
      return isInside(box, bounds) && !others.some(other => doTouch(box, other))
    })
    if (!place) continue
    placed.boxes.push(labelBox(wish.lines, place))
    addAll(placed.texts, linesAt(wish.lines, place))
  }
  return placed
}

/** A figure over the bar or stem of a row left of the axis. */
export function wishOverOff(text: string, { x, y, width }: Box): LabelWish {
  const middle = x + width / 2
  return {
    lines: [[{ text, strong: true }]],
    places: [-7, -20, -34].flatMap(rise => [
      { x: middle, y: y + rise, anchor: 'middle' as const },
      { x, y: y + rise, anchor: 'start' as const },
      { x: x + width, y: y + rise, anchor: 'end' as const },
    ]),
  }
}

/** The words at the head of the axis, where no label may stand. */
export function titleBox(title: string): Box {
  return { x: 0, y: 0, width: textWidth([{ text: title }]) + 8, height: 15 }
}

/** The box that a label takes at a place. */
export function labelBox(lines: Run[][], { x, y, anchor }: LabelPlace): Box {
  const width = Math.max(0, largest(lines.map(line => textWidth(line))))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { x: left, y: y - ascent, width, height: lineHeight * lines.length }
}

/** The lines of a label as texts, one under the other. */
export function linesAt(lines: Run[][], { x, y, anchor }: LabelPlace): TextShape[] {
  return lines.map((runs, index) => ({ ink: 'words', x, y: y + index * lineHeight, anchor, runs }))
}

/** True when two boxes share any area. */
export function doTouch(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isInside(box: Box, bounds: Box): boolean {
  const right = bounds.x + bounds.width
  const bottom = bounds.y + bounds.height
  return box.x >= bounds.x && box.y >= bounds.y && box.x + box.width <= right && box.y + box.height <= bottom
}
