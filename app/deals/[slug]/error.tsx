'use client'
import { lazy, Suspense } from 'react'
import type { Thrown } from '@/components/shell/page-failure.tsx'

const DealFailure = lazy(() =>
  import('@/components/deal/deal-failure.tsx').then(({ DealFailure }) => ({ default: DealFailure })),
)

/**
 * What stands in the place of a deal's page that failed in the browser; its words are loaded when it does. A page that fails
 * on the server is not answered with this, but with one that needs no script and lists every filing and table
 * (lib/server/undrawn-page.ts).
 */
export default function DealError(thrown: Thrown) {
  return (
    <Suspense>
      <DealFailure {...thrown} />
    </Suspense>
  )
}
