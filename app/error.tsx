'use client'
import { lazy, Suspense } from 'react'
import type { Thrown } from '@/components/shell/page-failure.tsx'

const PageFailure = lazy(() =>
  import('@/components/shell/page-failure.tsx').then(({ PageFailure }) => ({ default: PageFailure })),
)

/** What stands in the place of a page that could not be drawn; its words are loaded when that happens. */
export default function PageError(thrown: Thrown) {
  return (
    <Suspense>
      <PageFailure {...thrown} />
    </Suspense>
  )
}
