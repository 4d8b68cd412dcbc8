import type { Metadata } from 'next'
import { admitting } from '@/app/admitted.tsx'
import { DeletedDeals, keptInBin } from '@/components/library/deleted-deals.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { getLibrary } from '@/lib/library/index.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Recently deleted' }

/** What was deleted and can be brought back. */
export default admitting('edit', async function DeletedPage() {
  const bin = await (await getLibrary()).listBin()
  return (
    <main id="main" tabIndex={-1} className="page">
      <Crumbs trail={[]} />
      <h1 className="text-2xl/8 font-bold tracking-tight">Recently deleted</h1>
      <p className="mb-4 max-w-[72ch] text-ink-2">{keptInBin}</p>
      <DeletedDeals bin={bin} />
    </main>
  )
})
