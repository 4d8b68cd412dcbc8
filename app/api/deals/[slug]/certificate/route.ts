import { readPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import { certifyFigure } from '@/lib/export/evidence-pack/certify-figure.ts'
import { getLibrary } from '@/lib/library/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import { findDealFiling } from '@/lib/server/deal-answers.ts'
import { gatherFiling } from '@/lib/server/gather-filings.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'

/** What it takes to check a figure beside the filing's bytes: `?at=105:47-61`. */
export const GET = reading(
  async (request: Request, { params }: RouteContext<'/api/deals/[slug]/certificate'>) => {
    const query = new URL(request.url).searchParams
    const library = await getLibrary()
    const found = await findDealFiling(library, (await params).slug, query.get('filing'))
    if (typeof found === 'string') return answerError(found)
    const at = readPlace(query.get('at'))
    if (at === null) return answerError('query-is-not-understood', 'at')
    const { deal, sha256 } = found
    const [filing, source] = await Promise.all([
      gatherFiling(library, deal, sha256),
      library.findSource(sha256),
    ])
    if (filing === null) return answerError('certificate-is-too-large')
    if (source === null) return answerError('filing-is-unknown')
    // Only the library writes reports, and each was checked when it was written.
    const report = JSON.parse(Buffer.concat(filing.json).toString('utf8')) as FilingReport
    const origin = siteOrigin(process.env)
    const certificate = certifyFigure(
      { bytes: source.bytes, report },
      at,
      place => origin + sourceHref(deal.slug, sha256, place),
    )
    return certificate ? Response.json(certificate) : answerError('no-figure-is-there')
  },
)
