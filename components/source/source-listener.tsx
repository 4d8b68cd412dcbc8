'use client'

import { lazy, Suspense, useEffect, useMemo } from 'react'
import { lookAt, useLooking } from '../view/view-store.ts'

const loadPanel = () => import('./panel.tsx')
const Panel = lazy(loadPanel)

type Props = { home: string; slug: string; sha256: string; lineCount: number; part: number }

/**
 * Waits for a figure to be chosen, or an address that names one, and only then shows the panel. What it shows is fetched
 * when a figure is pointed at. Clicks that ask for
 * another tab or window, and pages without scripts, follow the link to the filing's own page.
 */
export function SourceListener({ home, slug, sha256, lineCount, part }: Props) {
  const at = useLooking(looking => looking.at)
  const from = useLooking(looking => looking.from)
  const asked = useMemo(() => at && { at, from }, [at, from])
  useEffect(() => {
    const open = (event: MouseEvent) => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = linkOf(event)
      const place = link?.getAttribute('data-at')
      if (!place || event.defaultPrevented) return
      event.preventDefault()
      // A check named in the panel leads to another place; the page has a figure of its own for that, or none.
      lookAt({ at: place, from: link?.closest('[data-source-panel]') ? null : link })
    }
    document.addEventListener('click', open)
    return () => document.removeEventListener('click', open)
  }, [])
  useEffect(() => {
    const stopping = new AbortController()
    const { signal } = stopping
    import('./prefetch-source.ts').then(
      ({ prefetchPointed }) => prefetchPointed({ slug, sha256, part }, loadPanel, signal),
      // Without it the panel is loaded when it is opened.
      () => undefined,
    )
    return () => stopping.abort()
  }, [slug, sha256, part])
  if (!asked) return null
  return (
    <Suspense>
      <Panel {...{ home, slug, sha256, lineCount, part, asked }} />
    </Suspense>
  )
}

function linkOf({ target }: Event): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('a[data-at]') : null
}
