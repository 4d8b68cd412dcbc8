import { trendsHref } from '../../addresses/trends-address.ts'
import type { Certificate } from '../../export/evidence-pack/evidence-schema.ts'
import { describeDealFigure, figureKey } from '../../figures/index.ts'
import type { Library } from '../../library/index.ts'
import { sayPoint } from '../../trends/index.ts'
import { findCurrentDeal } from '../current-deal.ts'
import { detailOfRepeated } from '../repeated-values.ts'
import { siteOrigin } from '../site-address.ts'
import { findTrend } from '../trends-answer.ts'
import { certifyDealFigure } from './figure-certificate.ts'
import { type CertificateRefusal, readSource } from './read-source.ts'
import { refuseUnproven } from './refuse-unproven.ts'

/** A point of a trend, `?measure=waltv&deal=a-trust-2002-1`: what the deal’s chosen filing tells of the figure. */
export async function certifyPoint(
  library: Library,
  query: URLSearchParams,
): Promise<Certificate | CertificateRefusal> {
  const repeated = detailOfRepeated(query, ['deal'])
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const slug = query.get('deal') ?? ''
  const deal = slug === '' ? null : await findCurrentDeal(library, slug)
  if (deal === null) return { code: 'deal-is-unknown', detail: slug }
  const own = new URLSearchParams([
    ...query.getAll('measure').map((measure): [string, string] => ['measure', measure]),
    ['deals', slug],
  ])
  const found = await findTrend(library, own)
  if ('code' in found) return found
  const { figure, trend } = found
  const point = trend.points.find(one => one.slug === slug)
  if (point === undefined) return { code: 'trend-is-not-drawn', detail: slug }
  const read = await readSource(library, deal, deal.chosen)
  if ('code' in read) return read
  const certificate = certifyDealFigure(read, {
    figure,
    loanGroup: null,
    sentenceOf: () => `${describeDealFigure(figure)}: ${sayPoint(figure, point).join('; ')}.`,
    address: siteOrigin(process.env) + trendsHref({ measures: [figureKey(figure)], deals: [slug] }),
  })
  return certificate ? refuseUnproven(certificate) : { code: 'trend-is-not-drawn', detail: slug }
}
