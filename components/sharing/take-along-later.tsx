'use client'
import { type ComponentType, useEffect, useState } from 'react'

/** What pages offer to take along answers once the page is there: nobody takes anything before, so it may come last. */
export function TakeAlongLater() {
  const [Loaded, keep] = useState<ComponentType | null>(null)
  useEffect(() => {
    import('./take-along.tsx').then(
      ({ TakeAlong }) => keep(() => TakeAlong),
      () => undefined,
    )
  }, [])
  return Loaded && <Loaded />
}
