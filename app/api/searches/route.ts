import { cutText } from '@/lib/cut-text.ts'
import { foreignParameters, getLibrary, readDealsQuery } from '@/lib/library/index.ts'
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
  if ('problem' in found) return answerError('query-is-not-understood', found.problem)
  const { page, next } = found
  return withLinks(Response.json({ searches: page, next }), [nextLink(request, next)])
})

/** Keep a search under a name. A plain form leads back to it. */
export const POST = changing('edit', saveSearchSchema, async ({ name, query: typed }, request) => {
  const query = typed.replace(/^\?/, '')
  const parameters = new URLSearchParams(query)
  const [foreign] = foreignParameters(parameters)
  if (foreign !== undefined)
    return answerError(
      'body-is-not-understood',
      `query: what the address of a list of deals has behind its question mark. “${cutText(foreign, 80)}” is no part of one.`,
    )
  const [problem] = readDealsQuery(parameters).problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  const changed = await (await getLibrary()).changeDeals({ what: 'save-search', name, query })
  return answerChange(request, changed, `/?${query}`)
})
