import { findDealsQuerySchema, getLibrary } from '@/lib/library/index.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** What is offered to somebody who types into the search of any page. */
export const GET = reading('look', async (request: Request) => {
  const asked = new URL(request.url).searchParams.get('q')?.trim() ?? ''
  const query = findDealsQuerySchema.shape.q.unwrap().min(1).safeParse(asked)
  if (!query.success) return answerError('query-is-not-understood', 'q')
  return Response.json(await (await getLibrary()).suggest(query.data))
})
