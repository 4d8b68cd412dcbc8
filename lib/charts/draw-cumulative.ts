import type { CumulativeStep } from './cumulative.ts'
import { type Box, placeOn, px, type Scale, type Shape } from './drawing.ts'

/** The cumulative line over a plot, 0 at its foot and 100 at its head: dotted over rows whose spread is not known. */
export function drawCumulative(steps: CumulativeStep[], x: Scale, plot: Box): Shape[] {
  const shapes: Shape[] = [
    { ink: 'line-open', d: pathOf(steps, false, x, plot) },
    { ink: 'line', d: pathOf(steps, true, x, plot) },
  ]
  return shapes.filter(shape => 'd' in shape && shape.d !== '')
}

/** Where the line stands at a share in percent, in pixels from the top. */
export function cumulativeY(share: number, plot: Box): number {
  return plot.y + plot.height * (1 - share / 100)
}

/** Small boxes along the line, every few pixels, for labels to keep away from. */
export function cumulativeObstacles(steps: CumulativeStep[], x: Scale, plot: Box): Box[] {
  const across = placeOn(x, plot.x, plot.width)
  return steps.flatMap(step => {
    const [left, right] = [across(step.from), across(step.to)]
    const [top, bottom] = [cumulativeY(step.before, plot), cumulativeY(step.after, plot)]
    const parts = Math.ceil(Math.hypot(right - left, bottom - top) / 5) + 1
    return Array.from({ length: parts + 1 }, (_, part) => ({
      x: left + ((right - left) * part) / parts - 2,
      y: top + ((bottom - top) * part) / parts - 2,
      width: 4,
      height: 4,
    }))
  })
}

function pathOf(steps: CumulativeStep[], isKnown: boolean, x: Scale, plot: Box): string {
  const across = placeOn(x, plot.x, plot.width)
  const point = (value: number, share: number) => `${px(across(value))} ${px(cumulativeY(share, plot))}`
  let path = ''
  let end = ''
  for (const step of steps) {
    if (step.isKnown !== isKnown) continue
    const [start, stop] = [point(step.from, step.before), point(step.to, step.after)]
    const level = bridge(steps, step, isKnown)
    if (start === end) path += `L${stop}`
    else path += level !== null && path !== '' ? `L${start}L${stop}` : `M${start}L${stop}`
    end = stop
  }
  return path
}

/** Over a gap between two rows that are both known the line runs level. */
function bridge(steps: CumulativeStep[], step: CumulativeStep, isKnown: boolean): CumulativeStep | null {
  const before = steps[steps.indexOf(step) - 1]
  return before && before.isKnown === isKnown ? before : null
}
