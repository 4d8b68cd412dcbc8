import { getLibrary, readDealsQuery } from '@/lib/library/index.ts'
import { nextLink, withLinks } from '@/lib/server/links.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofSearch } from '@/lib/server/shared-things.ts'

export const dynamic = 'force-dynamic'

/** The library's list as JSON: search, filters, figures, order and pages as the library page has them. */
export const GET = reading(ofSearch, async (request: Request) => {
  const { query, problems } = readDealsQuery(new URL(request.url).searchParams)
  const [problem] = problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  const library = await getLibrary()
  if (query.near && (await library.findDeal(query.near)) === null)
    return answerError('query-is-not-understood', `near: no deal is kept as ${query.near}`)
  const found = await library.findDeals(query)
  return withLinks(Response.json(found), [
    nextLink(request, found.next),
    { rel: 'alternate', href: pageHref(request), type: 'text/html' },
  ])
})

/** The library's page of the same search. */
function pageHref(request: Request): string {
  const query = new URL(request.url).searchParams
  for (const name of ['cursor', 'limit']) query.delete(name)
  return query.size > 0 ? `/?${query}` : '/'
}
