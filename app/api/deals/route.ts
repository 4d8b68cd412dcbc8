import { findDealsQuerySchema, getLibrary } from '@/lib/library/index.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** The library's list as JSON: search, filters, order and pages as the library page has them. */
export const GET = guarded(async (request: Request) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const query = findDealsQuerySchema.safeParse(asked)
  if (!query.success) return answerError('query-is-not-understood', query.error.issues[0]?.path.join('.'))
  return Response.json(await (await getLibrary()).findDeals(query.data))
})
