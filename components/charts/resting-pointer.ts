type Point = { clientX: number; clientY: number }

/** Where the last click was, until the pointer leaves the place. */
let resting: Point | null = null

if (typeof window !== 'undefined') addEventListener('click', rest, { capture: true, passive: true })

/** Keys click too, at no place. */
function rest({ detail, clientX, clientY }: MouseEvent) {
  if (detail > 0) resting = { clientX, clientY }
}

/**
 * Whether a pointer has moved by itself since the last click. A page that opens something moves under a pointer that
 * rests, and browsers tell that as if the pointer had moved.
 */
export function hasMoved({ clientX, clientY }: Point): boolean {
  if (resting?.clientX === clientX && resting.clientY === clientY) return false
  resting = null
  return true
}
