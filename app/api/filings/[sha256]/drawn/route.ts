import { readPlace } from '@/lib/addresses/place-address.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofFiling } from '@/lib/server/shared-things.ts'

/** The tables of HTML at a place as plain cells: text and spans, nothing of the filing's markup. */
export const GET = reading(
  ofFiling,
  async (request: Request, { params }: RouteContext<'/api/filings/[sha256]/drawn'>) => {
    const at = readPlace(new URL(request.url).searchParams.get('at'))
    if (at === null) return answerError('query-is-not-understood', 'at')
    const drawn = await (await getLibrary()).findDrawn((await params).sha256, at)
    if (drawn === null) return answerError('filing-is-unknown')
    return Response.json({ drawn }, { headers: { 'Cache-Control': 'private, max-age=3600' } })
  },
)
