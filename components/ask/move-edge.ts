/** An axis that an edge moves on: figures at both ends, the printed edges on it, rising, and the step between them. */
export type EdgeAxis = { from: number; to: number; stops: readonly number[]; step: number }

/** How near to a printed edge a dragged one must come to stop there, as a part of the axis. */
const pull = 0.012

/** The figure at a part of the axis, from 0 to 1: a printed edge that is near, else one that is a whole number of steps. */
export function edgeAtPart({ from, to, stops, step }: EdgeAxis, part: number): number {
  const at = from + Math.min(1, Math.max(0, part)) * (to - from)
  const nearest = stops.reduce<number | null>(
    (best, stop) => (best === null || Math.abs(stop - at) < Math.abs(best - at) ? stop : best),
    null,
  )
  if (nearest !== null && Math.abs(nearest - at) <= pull * (to - from)) return nearest
  return within({ from, to }, onStep(at, step))
}

/**
 * Where a key moves an edge: arrows to the next printed edge, Page Up and Page Down by a step, Home and End to the first and
 * the last printed edge. Null for other keys, and where there is nothing to move to.
 */
export function edgeByKey(axis: EdgeAxis, at: number, key: string): number | null {
  const { stops, step } = axis
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stops.find(stop => stop > at) ?? null
    case 'ArrowLeft':
    case 'ArrowDown':
      return stops.findLast(stop => stop < at) ?? null
    case 'PageUp':
      return within(axis, onStep(at + step, step))
    case 'PageDown':
      return within(axis, onStep(at - step, step))
    case 'Home':
      return stops[0] ?? null
    case 'End':
      return stops.at(-1) ?? null
    default:
      return null
  }
}

/** Where a figure stands on the axis, in percent of its width; beyond an end, at it. */
export function percentAt({ from, to }: Pick<EdgeAxis, 'from' | 'to'>, at: number): number {
  return to > from ? Math.min(100, Math.max(0, (100 * (at - from)) / (to - from))) : 50
}

function onStep(at: number, step: number): number {
  return step > 0 ? Number((Math.round(at / step) * step).toPrecision(12)) : at
}

function within({ from, to }: Pick<EdgeAxis, 'from' | 'to'>, at: number): number {
  return Math.min(to, Math.max(from, at))
}
