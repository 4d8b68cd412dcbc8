import { getLibrary } from '@/lib/library/index.ts'
import { certifyPoint } from '@/lib/server/certificates/trend-certificate.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** A point of a trend with all that it takes to check it beside the filing: `?measure=waltv&deal=…`. */
export const GET = reading('look', async (request: Request) => {
  const certificate = await certifyPoint(await getLibrary(), new URL(request.url).searchParams)
  return 'code' in certificate
    ? answerError(certificate.code, certificate.detail)
    : Response.json(certificate)
})
