import { getLibrary } from '@/lib/library/index.ts'
import { dealsSchema } from '@/lib/server/bin-answer.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { guarded } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** What was deleted and can be brought back. */
export const GET = guarded(async () => Response.json({ deals: await (await getLibrary()).listBin() }))

/** Delete deals. A plain form leads to the library, which offers to bring them back. */
export const POST = changing(dealsSchema, async ({ deals }, request) => {
  const changed = await (await getLibrary()).changeDeals({ what: 'delete', slugs: deals })
  const query = changed.deletedAt === null ? '' : `?deleted=${changed.deletedAt}`
  return answerChange(request, changed, `/${query}`)
})
