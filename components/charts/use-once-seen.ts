import { type RefObject, useEffect, useState } from 'react'

/** So far from the window, in pixels, a figure is drawn anew without waiting for time: it is there before who scrolls is. */
const near = '400px'

/** What waits for time, in the order of the page. */
const waiting = new Set<() => void>()
let isWaiting = false

/** One figure after another, a frame between two: what somebody does meanwhile never waits for more than one of them. */
function loadNextWhenIdle(): void {
  if (isWaiting || waiting.size === 0) return
  isWaiting = true
  requestAnimationFrame(() =>
    requestIdleCallback(() => {
      isWaiting = false
      const [next] = waiting
      if (next) {
        waiting.delete(next)
        next()
      }
      loadNextWhenIdle()
    }),
  )
}

/**
 * Of sixty figures a few are seen: the others wait until they nearly are, or there is time, or paper asks. Gives back how
 * to stop.
 */
export function loadWhenSeen(element: HTMLElement, load: () => void): () => void {
  const stop = new AbortController()
  const seen = new IntersectionObserver(all => all.some(one => one.isIntersecting) && load(), {
    rootMargin: near,
  })
  seen.observe(element)
  // Asked of the section, and of its style alone: what stands in one off the screen would have to be laid out to answer.
  const section = element.closest('section') ?? element
  const whenThereIsTime = () => !section.checkVisibility() || load()
  if ('requestIdleCallback' in window) {
    waiting.add(whenThereIsTime)
    stop.signal.addEventListener('abort', () => waiting.delete(whenThereIsTime))
    loadNextWhenIdle()
  }
  addEventListener('beforeprint', load, { signal: stop.signal })
  return () => {
    seen.disconnect()
    stop.abort()
  }
}

/** What a figure is to show: at once where the figure is in view, else what it showed before until `loadWhenSeen` says. */
export function useOnceSeen<T extends Record<string, unknown>>(
  box: RefObject<HTMLElement | null>,
  wanted: T,
): T {
  const [isInView, setIsInView] = useState(false)
  const [shown, setShown] = useState(wanted)
  const isShown = isSame(shown, wanted)
  useEffect(() => {
    if (!box.current) return
    const seen = new IntersectionObserver(all => setIsInView(all.at(-1)?.isIntersecting === true))
    seen.observe(box.current)
    return () => seen.disconnect()
  }, [box])
  useEffect(() => {
    if (isShown || !box.current) return
    if (!isInView) return loadWhenSeen(box.current, () => setShown(wanted))
    setShown(wanted)
  })
  return isShown || !isInView ? shown : wanted
}

function isSame(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  return Object.keys(one).every(key => one[key] === other[key])
}
