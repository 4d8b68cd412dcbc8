import { readPlace } from '@/lib/addresses/place-address.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofFiling } from '@/lib/server/shared-things.ts'

/** How the table at a place was read, in words. */
export const GET = reading(
  ofFiling,
  async (request: Request, { params }: RouteContext<'/api/filings/[sha256]/why'>) => {
    const at = readPlace(new URL(request.url).searchParams.get('at'))
    if (at === null) return answerError('query-is-not-understood', 'at')
    const why = await (await getLibrary()).findWhy((await params).sha256, at)
    if (why === null) return answerError('filing-is-unknown')
    return Response.json(why, { headers: { 'Cache-Control': 'private, max-age=3600' } })
  },
)
