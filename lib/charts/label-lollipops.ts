import { smallest } from '../extremes.ts'
import { type Labelled, labelBounds, wishesForOff } from './axis-layout.ts'
import type { LollipopsModel, Stem } from './chart-model.ts'
import { crossBoxes } from './draw-failing.ts'
import { overlayObstacles, wishesForExtremes } from './draw-overlay.ts'
import type { Run, Shape } from './drawing.ts'
import { type LabelWish, placeLabels, titleBox } from './place-labels.ts'
import { sayAmount, sayMeasure, sayRow } from './words.ts'

type Head = { x: number; y: number }
/**
 * Figures on the stems: the largest, then stems far from their neighbours, then the largest of the rest, and the ends of
 * a second line, which all of them keep away from.
 */
export function labelLollipops({
  heads,
  ...labelled
}: Labelled<LollipopsModel> & { heads: Head[] }): Shape[] {
  const { layout, offMarks, failing } = labelled
  const { model, plot, x, width, overlay } = layout
  const most = width > 500 ? 5 : 2
  const chosen = choose(model.stems, heads, most)
  const wishes = chosen.flatMap((index, rank) => wishFor(model, heads, index, rank === 0))
  const stems = heads.map(head => ({
    x: head.x - 3,
    y: head.y - 3,
    width: 6,
    height: plot.y + plot.height - head.y + 3,
  }))
  const obstacles = [
    ...stems,
    ...offMarks,
    ...crossBoxes(failing),
    ...overlayObstacles(overlay, x, plot, width),
    titleBox(sayMeasure(model.measure)),
  ]
  const [first = [], ...rest] = wishes.map(wish => [wish])
  const all = [...first, ...wishesForOff(labelled), ...rest.flat(), ...wishesForExtremes(overlay, x, plot)]
  return placeLabels(all, obstacles, labelBounds(layout, 14)).texts
}

/** Indices of the stems to be labelled, most important first. */
function choose(stems: Stem[], heads: Head[], most: number): number[] {
  const withAmount = stems.flatMap((stem, index) => (stem.height > 0 ? [index] : []))
  const bySize = [...withAmount].sort((a, b) => (stems[b]?.height ?? 0) - (stems[a]?.height ?? 0))
  const alone = withAmount.filter(index => distanceToNext(heads, index) > 28)
  const lonely = bySize.filter(index => alone.includes(index)).slice(0, most)
  return [...new Set([...bySize.slice(0, 1), ...lonely, ...bySize.slice(1, 2)])]
}

function distanceToNext(heads: Head[], index: number): number {
  const x = heads[index]?.x ?? 0
  const others = [heads[index - 1], heads[index + 1]].flatMap(head => (head ? [Math.abs(head.x - x)] : []))
  return smallest(others)
}

/** The largest says its unit, the others only their value. */
function wishFor(model: LollipopsModel, heads: Head[], index: number, isLargest: boolean): LabelWish[] {
  const [stem, head] = [model.stems[index], heads[index]]
  if (!stem || !head) return []
  const figure: Run = { text: sayAmount(model.source, model.measure, stem.slice.amount), strong: true }
  const label = model.source.rows[stem.slice.bucket]?.label ?? ''
  const line = [figure, { text: ` at ${isLargest ? sayRow(model.source, stem.slice.bucket) : label}` }]
  const { x, y } = head
  return [
    {
      lines: [line],
      places: [
        { x: x + 7, y: y + 5, anchor: 'start' },
        { x: x - 7, y: y + 5, anchor: 'end' },
        { x, y: y - 9, anchor: 'middle' },
        { x: x + 4, y: y - 9, anchor: 'end' },
        { x: x - 4, y: y - 9, anchor: 'start' },
        { x: x + 4, y: y - 20, anchor: 'end' },
        { x: x - 4, y: y - 20, anchor: 'start' },
      ],
    },
  ]
}
