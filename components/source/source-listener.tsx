'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import type { Asked } from './asked.ts'

const Panel = lazy(() => import('./panel.tsx'))

type Props = { home: string; slug: string; sha256: string; lineCount: number; part: number }

/**
 * Waits for a figure to be chosen, or an address that names one, and only then loads the panel. Clicks that ask for
 * another tab or window, and pages without scripts, follow the link to the filing's own page.
 */
export function SourceListener({ home, slug, sha256, lineCount, part }: Props) {
  const [asked, ask] = useState<Asked | null>(null)
  useEffect(() => {
    const follow = () => {
      const at = new URLSearchParams(location.search).get('at')
      ask(at ? { at, from: null } : null)
    }
    const open = (event: MouseEvent) => {
      if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const from = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-at]') : null
      if (!from?.dataset.at || event.defaultPrevented) return
      event.preventDefault()
      // A check named in the panel leads to another place; the page has a figure of its own for that, or none.
      ask({ at: from.dataset.at, from: from.closest('[data-source-panel]') ? null : from })
    }
    follow()
    document.addEventListener('click', open)
    window.addEventListener('popstate', follow)
    return () => {
      document.removeEventListener('click', open)
      window.removeEventListener('popstate', follow)
    }
  }, [])
  if (!asked) return null
  return (
    <Suspense>
      <Panel {...{ home, slug, sha256, lineCount, part }} asked={asked} ask={ask} />
    </Suspense>
  )
}
