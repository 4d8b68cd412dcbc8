import { askedOf, askHref } from '../../addresses/ask-address.ts'
import { filingHref, readPlace, sourceHref } from '../../addresses/place-address.ts'
import { figureValue } from '../../checks/index.ts'
import {
  amounts,
  formulasOfAnswer,
  formulasOfGroups,
  rowsInside,
  spanOfQuestion,
} from '../../distributions/index.ts'
import { certifyClaims } from '../../export/evidence-pack/certify-claims.ts'
import { certifyFigure } from '../../export/evidence-pack/certify-figure.ts'
import type { ReadSource } from '../../export/evidence-pack/evidence.ts'
import type { Certificate } from '../../export/evidence-pack/evidence-schema.ts'
import { describeDealFigure, figureKey, readFigureKey, sayFigureValue } from '../../figures/index.ts'
import type { Library } from '../../library/index.ts'
import { nameGroup } from '../../names/loan-groups.ts'
import { findPool } from '../../pool/find-figure.ts'
import type { Unit } from '../../report.ts'
import type { FoundFiling } from '../deal-answers.ts'
import { detailOfRepeated } from '../repeated-values.ts'
import { siteOrigin } from '../site-address.ts'
import { askedId, findTail, sayTail } from '../tail-answer.ts'
import { certifyDealFigure } from './figure-certificate.ts'
import { type CertificateRefusal, readSource } from './read-source.ts'
import { refuseUnproven } from './refuse-unproven.ts'

/**
 * What it takes to check beside the filing’s bytes a figure that it prints, `?at=105:47-61`, one that the pool is known by,
 * `?figure=waltv`, or an answer to one of its tables, `?dimension=original-ltv&above=77`.
 */
export async function certifyOfDeal(
  library: Library,
  found: FoundFiling,
  query: URLSearchParams,
): Promise<Certificate | CertificateRefusal> {
  const read = await readSource(library, found.deal, found.sha256)
  if ('code' in read) return read
  if (query.has('dimension')) return await certifyAnswer(library, { read, found }, query)
  if (query.has('figure')) return certifyPoolFigure({ read, found }, query)
  const at = readPlace(query.get('at'))
  if (at === null) return { code: 'query-is-not-understood', detail: 'at, figure, or dimension with an edge' }
  const { deal, sha256 } = found
  const addressOf = (place: typeof at) => siteOrigin(process.env) + sourceHref(deal.slug, sha256, place)
  return certifyFigure(read, at, addressOf) ?? { code: 'no-figure-is-there', detail: null }
}

export const unitsOfAmounts: Record<(typeof amounts)[number], Unit> = {
  loanCount: 'count',
  balanceCents: 'cents',
  balancePct: 'percent',
  countPct: 'percent',
}

/** A figure of the pool or of a loan group, printed or computed; it need not stand anywhere. */
function certifyPoolFigure(
  { read, found: { deal, sha256 } }: { read: ReadSource; found: FoundFiling },
  query: URLSearchParams,
): Certificate | CertificateRefusal {
  const repeated = detailOfRepeated(query, ['figure', 'loanGroup'])
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const figure = readFigureKey(query.get('figure') ?? '')
  if ('problem' in figure) return { code: 'query-is-not-understood', detail: `figure: ${figure.problem}` }
  const loanGroup = query.get('loanGroup')
  if (loanGroup !== null && findPool(read.report.pool, loanGroup) === undefined)
    return { code: 'loan-group-is-unknown', detail: loanGroup }
  const of = loanGroup === null ? deal.name : `${deal.name}, ${nameGroup(loanGroup)}`
  const certificate = certifyDealFigure(read, {
    figure,
    loanGroup,
    sentenceOf: value =>
      `${of}: ${describeDealFigure(figure)} ${sayFigureValue(figure, value)}, ${value.kind}.`,
    address: siteOrigin(process.env) + filingHref(deal, sha256),
  })
  return certificate
    ? refuseUnproven(certificate)
    : { code: 'figure-is-not-reported', detail: figureKey(figure) }
}

async function certifyAnswer(
  library: Library,
  { read, found: { deal, sha256 } }: { read: ReadSource; found: FoundFiling },
  query: URLSearchParams,
): Promise<Certificate | CertificateRefusal> {
  const found = await findTail(library, sha256, query)
  if ('code' in found) return found
  const { table, groups, distribution, question, answer } = found
  const span = spanOfQuestion(question)
  const context = { tables: read.report.stratifications, figureOf: figureValue(read.report) }
  const formulas = groups
    ? formulasOfGroups(groups, distribution, span, context)
    : formulasOfAnswer(table, distribution, span)
  const claims = amounts.flatMap(amount => {
    const bound = answer[amount]
    return bound ? [{ what: amount, unit: unitsOfAmounts[amount], bound, ends: formulas[amount] }] : []
  })
  const certificate = certifyClaims(read, {
    sentence: `${deal.name}: ${sayTail(found)}`,
    address:
      siteOrigin(process.env) + askHref(deal, sha256, askedId(found), askedOf(question, distribution.unit)),
    claims,
    rows: rowsInside(answer.parts),
  })
  return refuseUnproven(certificate)
}
