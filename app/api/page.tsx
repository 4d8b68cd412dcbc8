import type { Metadata } from 'next'
import { admitting } from '@/app/admitted.tsx'
import { CallsView } from '@/components/calls/calls-view.tsx'
import { siteOrigin } from '@/lib/server/site-address.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'API',
  description: 'Every call of the service: what it takes, what it answers, and an example that works.',
}

/** What programs can ask, for people to read; `/api/openapi.json` is the same for programs. */
export default admitting('look', function CallsPage() {
  return <CallsView origin={siteOrigin(process.env)} />
})
