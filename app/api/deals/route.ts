import { getLibrary, readDealsQuery } from '@/lib/library/index.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** The library's list as JSON: search, filters, figures, order and pages as the library page has them. */
export const GET = guarded(async (request: Request) => {
  const { query, problems } = readDealsQuery(new URL(request.url).searchParams)
  const [problem] = problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  return Response.json(await (await getLibrary()).findDeals(query))
})
