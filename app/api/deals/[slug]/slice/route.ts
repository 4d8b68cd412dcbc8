import { getLibrary } from '@/lib/library/index.ts'
import { findDealFiling } from '@/lib/server/deal-answers.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'
import { answerSlice, findSlice } from '@/lib/server/slice-answer.ts'

/** The loans of a deal that filters let through, sorted in every way: `?state=TX&debt-service-coverage__lt=1.5`. */
export const GET = reading(
  ofDeal,
  async (request: Request, { params }: RouteContext<'/api/deals/[slug]/slice'>) => {
    const query = new URL(request.url).searchParams
    const library = await getLibrary()
    const found = await findDealFiling(library, (await params).slug, query.get('filing'))
    if (typeof found === 'string') return answerError(found)
    const loaded = await findSlice(library, found, query)
    return 'code' in loaded ? answerError(loaded.code, loaded.detail) : Response.json(answerSlice(loaded))
  },
)
