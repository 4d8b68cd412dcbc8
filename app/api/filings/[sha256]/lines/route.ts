import { z } from 'zod'
import { getLibrary } from '@/lib/library/index.ts'
import { withLinks } from '@/lib/server/links.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofFiling } from '@/lib/server/shared-things.ts'

const lineNumber = z.coerce.number().int().min(1).max(1e9)
const querySchema = z.object({
  from: lineNumber.default(1),
  to: lineNumber.optional(),
  around: lineNumber.optional(),
})

/** How many lines come when nobody says where to stop. */
const usualLines = 200

/** A window of a filing's lines, decoded as the reader decodes them, so that places count the same columns. */
export const GET = reading(
  ofFiling,
  async (request: Request, { params }: RouteContext<'/api/filings/[sha256]/lines'>) => {
    const query = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) return answerError('query-is-not-understood', query.error.issues[0]?.path.join('.'))
    const { from, to = from + usualLines - 1, around } = query.data
    if (to < from) return answerError('query-is-not-understood', 'to')
    const { sha256 } = await params
    const found = await (await getLibrary()).findLines(sha256, { from, to, around })
    if (found === null) return answerError('filing-is-unknown')
    const answer = Response.json(found, { headers: { 'Cache-Control': 'private, max-age=3600' } })
    const behind = found.first + found.lines.length
    const next = behind <= found.lineCount ? `/api/filings/${sha256}/lines?from=${behind}` : null
    return withLinks(answer, [next === null ? null : { rel: 'next', href: next }])
  },
)
