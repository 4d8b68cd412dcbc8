import { getLibrary } from '@/lib/library/index.ts'
import { certifyOfDeal } from '@/lib/server/certificates/deal-certificate.ts'
import { findDealFiling } from '@/lib/server/deal-answers.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'

/** What it takes to check a figure beside the filing's bytes, `?at=105:47-61`, or an answer, `?dimension=original-ltv&above=77`. */
export const GET = reading(
  ofDeal,
  async (request: Request, { params }: RouteContext<'/api/deals/[slug]/certificate'>) => {
    const query = new URL(request.url).searchParams
    const library = await getLibrary()
    const found = await findDealFiling(library, (await params).slug, query.get('filing'))
    if (typeof found === 'string') return answerError(found)
    const certificate = await certifyOfDeal(library, found, query)
    return 'code' in certificate
      ? answerError(certificate.code, certificate.detail)
      : Response.json(certificate)
  },
)
