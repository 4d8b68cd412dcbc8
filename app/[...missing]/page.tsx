import type { Metadata } from 'next'
import { NotHere } from '@/components/shell/not-here.tsx'
import NotFound from '../not-found.tsx'

/** There is no end of such addresses, so none is kept. */
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
