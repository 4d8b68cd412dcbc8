import { getLibrary } from '@/lib/library/index.ts'
import { certifyComparedRow } from '@/lib/server/certificates/compare-certificate.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofComparison } from '@/lib/server/shared-things.ts'

export const dynamic = 'force-dynamic'

/** A row of a comparison with all that it takes to check it beside the filings; the query is that of `/api/compare`, and `row`. */
export const GET = reading(ofComparison, async (request: Request) => {
  const certificate = await certifyComparedRow(await getLibrary(), new URL(request.url).searchParams)
  return 'code' in certificate
    ? answerError(certificate.code, certificate.detail)
    : Response.json(certificate)
})
