import { notFound } from 'next/navigation'
import { type ReactNode, Suspense } from 'react'

/**
 * Nothing is at this address: status 404, and the words in the page itself. Said outside a boundary, `notFound` leaves
 * the page empty until scripts have run; inside one, its fallback is in the HTML, and the status is 404 all the same
 * (lib/server/guard-page.ts sees to it where the answer has begun).
 */
export function NotHere({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <SayNotFound />
    </Suspense>
  )
}

function SayNotFound() {
  return notFound()
}
