import { getLibrary } from '@/lib/library/index.ts'
import { findDealFiling } from '@/lib/server/deal-answers.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'
import { answerTail } from '@/lib/server/tail-answer.ts'

/** What of a pool lies beyond an edge: `?dimension=original-ltv&above=77`, exactly or between what the rows allow. */
export const GET = reading(
  ofDeal,
  async (request: Request, { params }: RouteContext<'/api/deals/[slug]/tail'>) => {
    const query = new URL(request.url).searchParams
    const library = await getLibrary()
    const found = await findDealFiling(library, (await params).slug, query.get('filing'))
    if (typeof found === 'string') return answerError(found)
    const answer = await answerTail(library, found.sha256, query)
    return 'code' in answer ? answerError(answer.code, answer.detail) : Response.json(answer)
  },
)
