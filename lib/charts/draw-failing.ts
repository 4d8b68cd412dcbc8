import { formatPercent } from '../format/index.ts'
import type { ChartMeasure, ChartSource } from './chart-source.ts'
import { type Box, boxPath, discPath, linePath, px, type Shape } from './drawing.ts'
import type { Slice } from './slices.ts'
import { shareDecimals } from './words.ts'

/** The mark of a row on which a check fails, and the height at which its printed percent would end where that is another. */
export type FailingMark = { box: Box; printedY: number | null }

/** Half the height of a cross. */
const arm = 3
/** How far a cross stands over the end of its mark. */
const rise = 8

/** True if a failing check is about what a figure draws of these rows. */
export function isFailing(source: ChartSource, measure: ChartMeasure, buckets: readonly number[]): boolean {
  const figure = measure === 'count' ? 'loans' : 'balance'
  return buckets.some(bucket => source.rows[bucket]?.fails.includes(figure))
}

/** The percent that a failing row prints where the share that is drawn of it is another, null where it is not. */
export function printedShare(source: ChartSource, measure: ChartMeasure, slice: Slice): number | null {
  const row = source.rows[slice.bucket]
  const [printed, drawn] =
    measure === 'count' ? [row?.countPct, slice.loanShare] : [row?.balancePct, slice.share]
  if (printed == null || drawn === null || !isFailing(source, measure, [slice.bucket])) return null
  const decimals = shareDecimals(source)
  return formatPercent(printed, decimals) === formatPercent(drawn, decimals) ? null : printed
}

/** Marks in a frame of their own, each with a cross over its end, so that colour is not all that tells them. */
export function drawFailingBars(marks: readonly FailingMark[]): Shape[] {
  if (marks.length === 0) return []
  const lines = marks.map(({ box, printedY }) =>
    printedY === null ? '' : `M${px(box.x - 2)} ${px(printedY)}h${px(box.width + 4)}`,
  )
  return [
    { ink: 'fail-frame', d: marks.map(({ box }) => framePath(box)).join('') },
    ...(lines.some(Boolean) ? [{ ink: 'fail-line' as const, d: lines.join('') }] : []),
    { ink: 'fail', d: marks.map(crossOf).join('') },
  ]
}

/** The crosses of the same marks as boxes that labels keep away from. */
export function crossBoxes(marks: readonly FailingMark[]): Box[] {
  return marks.map(mark => {
    const [x, y] = crossOver(mark)
    const top = y - arm - 1
    return { x: x - arm - 1, y: top, width: 2 * arm + 2, height: Math.max(0, mark.box.y - top) }
  })
}

/** Boxes that have no free end, framed, with a cross on a disc at their top right corner. */
export function drawFailingTiles(boxes: readonly Box[]): Shape[] {
  if (boxes.length === 0) return []
  const corners = boxes.map(({ x, y, width }) => [x + width + 1, y - 1] as const)
  return [
    { ink: 'fail-frame', d: boxes.map(framePath).join('') },
    { ink: 'fail-disc', d: corners.map(([x, y]) => discPath(x, y, 4)).join('') },
    { ink: 'fail', d: corners.map(([x, y]) => crossPath(x, y, 2)).join('') },
  ]
}

/** A cross around a point. */
export function crossPath(x: number, y: number, half = arm): string {
  return linePath(x - half, y - half, x + half, y + half) + linePath(x - half, y + half, x + half, y - half)
}

/** A thin mark is framed all the same. */
export function framePath({ x, y, width, height }: Box): string {
  return boxPath({ x, y, width: Math.max(width, 1), height: Math.max(height, 1) })
}

function crossOf(mark: FailingMark): string {
  const [x, y] = crossOver(mark)
  return crossPath(x, y)
}

function crossOver({ box, printedY }: FailingMark): [x: number, y: number] {
  return [box.x + box.width / 2, Math.min(box.y, printedY ?? Infinity) - rise]
}
