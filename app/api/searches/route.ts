import { getLibrary, readDealsQuery } from '@/lib/library/index.ts'
import { nextLink, withLinks } from '@/lib/server/links.ts'
import { pageOf } from '@/lib/server/list-page.ts'
import { orderOfSearches, saveSearchSchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** The searches that are kept. */
export const GET = reading('look', async (request: Request) => {
  const searches = await (await getLibrary()).listSearches()
  const found = pageOf(searches, orderOfSearches, new URL(request.url).searchParams)
  if (found === null) return answerError('query-is-not-understood', 'limit or cursor')
  const { page, next } = found
  return withLinks(Response.json({ searches: page, next }), [nextLink(request, next)])
})

/** Keep a search under a name. A plain form leads back to it. */
export const POST = changing('edit', saveSearchSchema, async ({ name, query }, request) => {
  const [problem] = readDealsQuery(new URLSearchParams(query)).problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  const changed = await (await getLibrary()).changeDeals({ what: 'save-search', name, query })
  return answerChange(request, changed, `/?${query}`)
})
