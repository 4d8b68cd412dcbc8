'use client'
import { PageFailure, type Thrown } from '@/components/shell/page-failure.tsx'

/** What stands in the place of a page that could not be drawn. */
export default function PageError(thrown: Thrown) {
  return <PageFailure {...thrown} />
}
