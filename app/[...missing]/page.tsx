import type { Metadata } from 'next'
import { NotHere } from '@/components/shell/not-here.tsx'
import NotFound from '../not-found.tsx'

/** Drawn at the request: a page made at build time could not carry the script nonce of its answer. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Not here' }

/** Any address that no other page answers. */
export default function MissingPage() {
  return (
    <NotHere>
      <NotFound />
    </NotHere>
  )
}
