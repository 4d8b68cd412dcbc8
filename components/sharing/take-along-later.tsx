'use client'
import { type ComponentType, useEffect, useState } from 'react'

/**
 * What pages offer to take along answers once the page is there: nobody takes anything before, so it may come last. What
 * is chosen until then is taken when it has come; should it not come, links lead where they always do.
 */
export function TakeAlongLater() {
  const [Loaded, keep] = useState<ComponentType | null>(null)
  const [hasFailed, fail] = useState(false)
  const [chosen, choose] = useState<HTMLElement | null>(null)
  useEffect(() => {
    import('./take-along.tsx').then(
      ({ TakeAlong }) => keep(() => TakeAlong),
      () => fail(true),
    )
  }, [])
  useEffect(() => {
    if (Loaded || hasFailed) return chosen?.click()
    const hold = (event: MouseEvent) => {
      const taken = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-take]') : null
      if (!taken || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      choose(taken)
    }
    document.addEventListener('click', hold)
    return () => document.removeEventListener('click', hold)
  }, [Loaded, hasFailed, chosen])
  return Loaded && <Loaded />
}
