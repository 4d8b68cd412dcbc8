import { getLibrary, readDealsQuery } from '@/lib/library/index.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** The library's list as JSON: search, filters, figures, order and pages as the library page has them. */
export const GET = guarded(async (request: Request) => {
  const { query, problems } = readDealsQuery(new URL(request.url).searchParams)
  const [problem] = problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  const library = await getLibrary()
  if (query.near && (await library.findDeal(query.near)) === null)
    return answerError('query-is-not-understood', `near: no deal is kept as ${query.near}`)
  return Response.json(await library.findDeals(query))
})
