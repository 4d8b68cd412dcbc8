import { trendsHref } from '../../addresses/trends-address.ts'
import { figureValue } from '../../checks/index.ts'
import { ask, rowsInside, spanOfQuestion } from '../../distributions/index.ts'
import { certifyClaims } from '../../export/evidence-pack/certify-claims.ts'
import type { Certificate } from '../../export/evidence-pack/evidence-schema.ts'
import {
  type DealFigure,
  describeDealFigure,
  distributionOf,
  figureKey,
  figureOf,
  findWay,
  formulasOfFigure,
  tablesOverGroups,
  unitOfFigure,
} from '../../figures/index.ts'
import type { Library } from '../../library/index.ts'
import type { FilingReport, Stratification } from '../../report.ts'
import { sayPoint } from '../../trends/index.ts'
import { findCurrentDeal } from '../current-deal.ts'
import { detailOfRepeated } from '../repeated-values.ts'
import { siteOrigin } from '../site-address.ts'
import { findTrend } from '../trends-answer.ts'
import { type CertificateRefusal, readSource } from './read-source.ts'

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
  const { report } = read
  const value = figureOf(report, figure)
  if (value === null) return { code: 'trend-is-not-drawn', detail: slug }
  const bound = { low: value.low, high: value.high }
  const printed = figureValue(report)
  const ends = findWay(formulasOfFigure(report, figure, printed), bound, printed)
  return certifyClaims(read, {
    sentence: `${describeDealFigure(figure)}: ${sayPoint(figure, point).join('; ')}.`,
    address: siteOrigin(process.env) + trendsHref({ measures: [figureKey(figure)], deals: [slug] }),
    claims: [{ what: figureKey(figure), unit: unitOfFigure(figure), bound, ends }],
    rows: rowsOf(report, figure, value.stratification),
  })
}

/** The rows of the table that a tail is read from; what else there is has its figures alone. */
function rowsOf(report: FilingReport, figure: DealFigure, id: string | null) {
  if (figure.kind !== 'tail') return []
  const { side, at } = figure
  return tablesOfFigure(report, figure.dimension, id).flatMap(table => {
    const read = distributionOf(table)
    return 'reason' in read ? [] : rowsInside(ask(read.distribution, spanOfQuestion({ side, at })).parts)
  })
}

/** The table that gives a figure of a dimension, or those of the loan groups that it is added up over. */
function tablesOfFigure(report: FilingReport, dimension: string, id: string | null): Stratification[] {
  const table = report.stratifications.find(one => one.id === id)
  if (table === undefined) return []
  const groups = table.loanGroup === null ? undefined : tablesOverGroups(report).get(dimension)
  return groups ? groups.map(one => one.table) : [table]
}
