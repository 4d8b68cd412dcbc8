import type { Metadata } from 'next'
import { admitting, presentAsker } from '@/app/admitted.tsx'
import NotFound from '@/app/not-found.tsx'
import { LogView } from '@/components/access/log-view.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { actsAPage } from '@/lib/server/link-answers.ts'
import { providedAccess } from '@/lib/server/sign-in/sessions.ts'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Who did what', robots: { index: false } }

/** What people did, and were refused, for owners to read. */
export default admitting('own', async function LogPage({ searchParams }: PageProps<'/log'>) {
  if ((await presentAsker()) === null)
    return (
      <NotHere>
        <NotFound />
      </NotHere>
    )
  const before = [(await searchParams).before].flat()[0] ?? null
  const acts = await (await getLibrary()).access.listActs(actsAPage + 1, before)
  return (
    <LogView
      acts={acts.slice(0, actsAPage)}
      hasMore={acts.length > actsAPage}
      isFirst={before === null}
      mayEnd={providedAccess() !== null}
    />
  )
})
