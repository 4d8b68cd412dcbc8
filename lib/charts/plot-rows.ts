import type { ChartModel } from './chart-model.ts'
import { stemRadius } from './draw-lollipops.ts'
import type { Box, Drawing, Ink } from './drawing.ts'

/** A row for a charting library: a mark at its place on the axis. */
export type PlotRow = { at: number; amount: number | null; box: Box | null; ink: Ink }

/** A model as rows for a charting library: marks with their amounts in the units of the drawing's scales. The map has none. */
export function plotRows(model: ChartModel, { targets }: Drawing): PlotRow[] {
  return targets.flatMap(({ mark, buckets }, index): PlotRow[] => {
    const bucket = buckets[0] ?? -1
    const box: Box = mark
    if (model.kind === 'histogram') {
      const bin = model.bins.find(one => one.bucket === bucket)
      return bin
        ? [{ at: (bin.left + bin.right) / 2, amount: bin.height, box, ink: bin.drawn ? 'open' : 'data' }]
        : []
    }
    if (model.kind === 'lollipops') {
      const stem = model.stems.find(({ slice }) => slice.bucket === bucket)
      const radius = stemRadius(model.stems.length)
      return stem ? [{ at: stem.at, amount: stem.height, box: stemBox(mark, radius), ink: 'data' }] : []
    }
    if (model.kind === 'state-map') return []
    const share = shareDrawn(model, buckets)
    return [{ at: index + 0.5, amount: share, box, ink: buckets.length > 1 ? 'soft' : 'data' }]
  })
}

/** The box of a stem from the middle of its head: as wide as the head, down to the axis. */
function stemBox({ x, y, width, height }: Box, radius: number): Box {
  return { x: x + width / 2 - radius, y: y + 3, width: 2 * radius, height: height - 3 }
}

function shareDrawn({ slices, measure }: ChartModel, buckets: number[]): number {
  const shares = buckets.map(
    bucket => (measure === 'count' ? slices[bucket]?.loanShare : slices[bucket]?.share) ?? 0,
  )
  return Math.min(
    100,
    Math.max(
      0,
      shares.reduce((sum, share) => sum + share, 0),
    ),
  )
}
