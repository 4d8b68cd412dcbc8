import { readPlace } from '@/lib/addresses/place-address.ts'
import { prefetchLines } from './use-lines.ts'
import { prefetchReport } from './use-report.ts'

type Shown = { slug: string; sha256: string; part: number }

/** A pointer that rests so long on a figure, in milliseconds, may be about to choose it. */
const restMs = 60

/** Have at hand what the panel shows of a figure that is pointed at, and the panel itself, until the signal says stop. */
export function prefetchPointed(shown: Shown, loadPanel: () => Promise<unknown>, signal: AbortSignal): void {
  if (signal.aborted) return
  let resting: ReturnType<typeof setTimeout> | undefined
  const fetchSoon = ({ target }: Event) => {
    clearTimeout(resting)
    const link = target instanceof Element ? target.closest('a[data-at]') : null
    const at = link?.getAttribute('data-at')
    if (at) resting = setTimeout(() => prefetch(shown, at, loadPanel), restMs)
  }
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(type, fetchSoon, { signal, passive: true })
  signal.addEventListener('abort', () => clearTimeout(resting))
}

function prefetch({ slug, sha256, part }: Shown, at: string, loadPanel: () => Promise<unknown>): void {
  const place = readPlace(at)
  if (place === null) return
  loadPanel().catch(() => undefined)
  prefetchReport(slug, sha256, { part })
  prefetchLines(sha256, place.line)
}
