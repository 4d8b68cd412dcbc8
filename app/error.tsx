'use client'
import { lazy, Suspense } from 'react'
import type { Thrown } from '@/components/shell/page-failure.tsx'

const Failure = lazy(() =>
  import('@/components/deal/failure.tsx').then(({ Failure }) => ({ default: Failure })),
)

/**
 * What stands in the place of a page that failed in the browser; its words are loaded when it does. A page that fails on the
 * server is not answered with this, but with one that needs no script (lib/server/undrawn-page.ts).
 */
export default function PageError(thrown: Thrown) {
  return (
    <Suspense>
      <Failure {...thrown} />
    </Suspense>
  )
}
