import { addAll } from '../add-all.ts'
import { largest, smallest } from '../extremes.ts'
import type { ChartLine } from './chart-line.ts'
import type { HistogramModel, LollipopsModel } from './chart-model.ts'
import type { LineChoice } from './choose-line.ts'
import type { CumulativeStep } from './cumulative.ts'
import type { Overlay, OverlayRun } from './drawing.ts'
import { niceSpan, type ValueAxis } from './nice-axis.ts'
import { sayLineTick, sayLineValue } from './words.ts'

type AxisModel = HistogramModel | LollipopsModel

/** The second line of a figure, null where none is chosen. `axis` is the figure's own, whose grid both share. */
export function overlayOf(model: AxisModel, choice: LineChoice, axis: ValueAxis): Overlay | null {
  if (choice === null) return null
  return choice === 'cumulative' ? cumulativeOverlay(model, axis) : averageOverlay(model, choice, axis)
}

function cumulativeOverlay({ cumulative }: AxisModel, axis: ValueAxis): Overlay {
  const shares = axis.ticks.map(tick => (100 * tick) / axis.top)
  return {
    kind: 'cumulative',
    title: 'cumulative %',
    scale: { from: 0, to: 100 },
    ticks: shares.map(share => ({ at: share, text: String(Math.round(share)) })),
    runs: splitSteps(cumulative),
    say: share => share.toFixed(2),
  }
}

/** Stretches that are known and that are not; over a gap between rows the line runs level. */
function splitSteps(steps: CumulativeStep[]): OverlayRun[] {
  const runs: OverlayRun[] = []
  for (const { from, to, before, after, isKnown } of steps) {
    const ink = isKnown ? 'line' : 'line-open'
    const points = [
      { at: from, value: before },
      { at: to, value: after },
    ]
    const last = runs.at(-1)
    if (last?.ink === ink) addAll(last.points, points)
    else runs.push({ ink, points })
  }
  return runs
}

/** A row's average stands over the middle of the row; a row without one breaks the line. */
function averageOverlay(model: AxisModel, line: ChartLine, axis: ValueAxis): Overlay {
  const known = line.values.filter(value => value !== null)
  const parts = axis.ticks.length || 4
  const { from, step } = niceSpan(smallest(known), largest(known), parts, line.unit)
  const ticks = Array.from({ length: parts + 1 }, (_, tick) => from + tick * step)
  return {
    kind: 'average',
    title: line.name,
    scale: { from, to: from + parts * step },
    ticks: ticks.map(at => ({ at, text: sayLineTick(at, line.unit, step) })),
    runs: splitRows(placesOf(model), line),
    say: value => sayLineValue(value, line),
  }
}

function splitRows(places: { bucket: number; at: number }[], { values }: ChartLine): OverlayRun[] {
  const runs: OverlayRun[] = []
  let open: OverlayRun | null = null
  for (const { bucket, at } of places) {
    const value = values[bucket] ?? null
    if (value === null) open = null
    else if (open) open.points.push({ at, value })
    else {
      open = { ink: 'line', points: [{ at, value }] }
      runs.push(open)
    }
  }
  return runs
}

function placesOf(model: AxisModel): { bucket: number; at: number }[] {
  if (model.kind === 'lollipops') return model.stems.map(({ slice, at }) => ({ bucket: slice.bucket, at }))
  return model.bins.map(({ bucket, left, right }) => ({ bucket, at: (left + right) / 2 }))
}
