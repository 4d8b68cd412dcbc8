/** What stays in place at a box's edges, in pixels, and hides what scrolls under it. */
export type Covered = { top: number; left: number }

/** Scroll a box, and nothing around it, until its target can be seen among its neighbours; not at all when it can. */
export function scrollInside(box: HTMLElement, target: HTMLElement, covered: Covered) {
  const frame = box.getBoundingClientRect()
  const figure = target.getBoundingClientRect()
  const height = Math.min(frame.height, innerHeight - frame.top) - covered.top
  const top = figure.top - frame.top - covered.top
  if (top < height * 0.15 || top > height * 0.8) box.scrollTop += top - height * 0.4
  const left = figure.left - frame.left - covered.left
  const width = frame.width - covered.left
  if (left < 16 || left + figure.width > width - 16) box.scrollLeft += left - (width - figure.width) * 0.4
}
