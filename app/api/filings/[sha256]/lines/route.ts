import { z } from 'zod'
import { getLibrary } from '@/lib/library/index.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

const lineNumber = z.coerce.number().int().min(1).max(1e9)
const querySchema = z.object({
  from: lineNumber.default(1),
  to: lineNumber.optional(),
  around: lineNumber.optional(),
})

/** How many lines come when nobody says where to stop. */
const usualLines = 200

/** A window of a filing's lines, decoded as the reader decodes them, so that places count the same columns. */
export const GET = guarded(
  async (request: Request, { params }: RouteContext<'/api/filings/[sha256]/lines'>) => {
    const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) return answerError('query-is-not-understood', query.error.issues[0]?.path.join('.'))
    const { from, to = from + usualLines - 1, around } = query.data
    if (to < from) return answerError('query-is-not-understood', 'to')
    const found = await (await getLibrary()).findLines((await params).sha256, { from, to, around })
    if (found === null) return answerError('filing-is-unknown')
    return Response.json(found, { headers: { 'Cache-Control': 'private, max-age=3600' } })
  },
)
