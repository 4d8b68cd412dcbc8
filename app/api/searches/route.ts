import { getLibrary, readDealsQuery } from '@/lib/library/index.ts'
import { saveSearchSchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** The searches that are kept. */
export const GET = guarded(async () => Response.json({ searches: await (await getLibrary()).listSearches() }))

/** Keep a search under a name. A plain form leads back to it. */
export const POST = changing(saveSearchSchema, async ({ name, query }, request) => {
  const [problem] = readDealsQuery(new URLSearchParams(query)).problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  const changed = await (await getLibrary()).changeDeals({ what: 'save-search', name, query })
  return answerChange(request, changed, `/?${query}`)
})
