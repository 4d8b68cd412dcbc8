import { printPoolRef, readPoolRefs } from '../addresses/compare-address.ts'
import { findDimension } from '../dimensions/index.ts'
import { amounts, isEdgeChoice, readEdgeChoice } from '../distributions/index.ts'
import type { Library } from '../library/index.ts'
import { groupSlug } from '../names/loan-groups.ts'
import { mostCompared, parametersOfCompare, readMeasure, readRows, refuseEdges } from './compare-answer.ts'
import { refuseDeals, versionsOf } from './deals-workbook.ts'
import { answerTagged } from './entity-tag.ts'
import { answerFile, fileTypes } from './file-answer.ts'
import { gatherDeals } from './gather-filings.ts'
import { packWorkbook } from './packing.ts'
import { detailOfRepeated } from './repeated-values.ts'
import { answerError } from './service-errors.ts'
import { siteOrigin } from './site-address.ts'

/** Two to eight pools side by side as a workbook: the query is that of `/api/compare`, and its dimension may be left out. */
export async function answerCompareWorkbook(request: Request, library: Library): Promise<Response> {
  const query = new URL(request.url).searchParams
  const repeated = detailOfRepeated(query, parametersOfCompare)
  if (repeated !== null) return answerError('query-is-not-understood', repeated)
  const refs = readPoolRefs(query.getAll('deals'))
  if (refs.length < 2 || refs.length > mostCompared)
    return answerError('deals-are-too-few-or-many', `deals has ${refs.length}`)
  const asked = query.get('dimension') || null
  const dimension = findDimension(asked)
  if (asked !== null && dimension === null) return answerError('query-is-not-understood', 'dimension')
  const [measure, rows] = [readMeasure(query.get('measure')), readRows(query.get('rows'))]
  if (measure === undefined)
    return answerError('query-is-not-understood', `measure: one of ${amounts.join(', ')}`)
  if (rows === undefined) return answerError('query-is-not-understood', 'rows: between or above')
  const edges = readEdgeChoice(query.get('edges'), dimension)
  if (!isEdgeChoice(edges)) {
    const { code, detail } = refuseEdges(edges)
    return answerError(code, detail)
  }
  const named = query.get('base') || null
  const base = refs.findIndex(ref => printPoolRef(ref) === named)
  if (named !== null && base < 0) return answerError('query-is-not-understood', 'base: one of deals')
  const slugs = [...new Set(refs.map(({ slug }) => slug))]
  const filings = await gatherDeals(library, slugs)
  if (filings === null) return refuseDeals(request, slugs.length)
  for (const { slug, group } of refs) {
    const filing = filings.find(({ deal }) => deal.slug === slug)
    if (!filing) return answerError('deal-is-unknown', slug)
    if (group !== null && !(await hasGroup(library, filing.deal.chosen, group)))
      return answerError('loan-group-is-unknown', printPoolRef({ slug, group }))
  }
  const comparing = { measure, edges, rows, base: Math.max(0, base), dimension: dimension?.id ?? null }
  const from = [
    await versionsOf(library, slugs),
    siteOrigin(process.env),
    new Date().toISOString().slice(0, 10),
  ]
  return await answerTagged(request, from, async () => {
    const workbook = await packWorkbook({ filings, refs, comparing })
    return workbook
      ? answerFile(workbook, fileTypes.xlsx, 'compared.xlsx')
      : refuseDeals(request, slugs.length)
  })
}

/** Do tables of a filing begin with the slug of a loan group? Those of the whole pool begin with none. */
async function hasGroup(library: Library, sha256: string, group: string): Promise<boolean> {
  const ids = (await library.findTableIds([sha256])).get(sha256) ?? []
  return ids.some(id => groupSlug({ id, loanGroup: id.includes('--') ? id : null }) === group)
}
