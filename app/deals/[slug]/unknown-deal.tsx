import { notFound } from 'next/navigation'
import { Suspense } from 'react'
import DealNotFound from './not-found.tsx'

/**
 * An address of no deal: status 404, and words in the page itself. Said outside a boundary, `notFound` leaves the page
 * empty until scripts have run; inside one, its fallback is in the HTML and the status is 404 all the same.
 */
export function UnknownDeal() {
  return (
    <Suspense fallback={<DealNotFound />}>
      <SayNotFound />
    </Suspense>
  )
}

function SayNotFound() {
  return notFound()
}
