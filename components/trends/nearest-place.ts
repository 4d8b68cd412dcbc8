/** A place in the window, in pixels. */
export type Place = { x: number; y: number }

/** The place nearest to a point that is no farther than `reach`, or null. */
export function nearestPlace<T extends Place>(
  places: readonly T[],
  x: number,
  y: number,
  reach: number,
): T | null {
  let nearest: T | null = null
  let least = reach * reach
  for (const place of places) {
    const far = (place.x - x) ** 2 + (place.y - y) ** 2
    if (far > least) continue
    nearest = place
    least = far
  }
  return nearest
}
