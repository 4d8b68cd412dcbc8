import type { Metadata } from 'next'
import { admitting, presentAsker } from '@/app/admitted.tsx'
import NotFound from '@/app/not-found.tsx'
import { ShareView } from '@/components/access/share-view.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { nameShared } from '@/lib/server/link-answers.ts'
import { linkUrl } from '@/lib/server/link-tokens.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Share', robots: { index: false } }

/** Links to a deal, a comparison or a search that need no account: the way to make one, and those that were made. */
export default admitting('edit', async function SharePage({ searchParams }: PageProps<'/share'>) {
  const { of, made } = await searchParams
  const [address, token] = [[of].flat()[0], [made].flat()[0]]
  const library = await getLibrary()
  const shared = address === undefined ? null : await nameShared(library, address)
  if ((await presentAsker()) === null || (address !== undefined && shared === null))
    return (
      <NotHere>
        <NotFound />
      </NotHere>
    )
  return (
    <ShareView
      shared={shared}
      madeUrl={shared && token && /^[\w-]{32}$/.test(token) ? linkUrl(shared.address, token) : null}
      links={await library.access.listLinks(shared?.address ?? null)}
      now={new Date().toISOString()}
    />
  )
})
