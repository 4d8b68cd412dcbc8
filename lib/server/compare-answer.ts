import { z } from 'zod'
import { findDimension } from '../dimensions/index.ts'
import { type Amount, amounts, compareTables, noDistributionSays, readEdges } from '../distributions/index.ts'
import { type DealRecord, type Library, loadTables } from '../library/index.ts'
import { rangeSchema, type Stratification } from '../report.ts'
import { findCurrentDeal } from './current-deal.ts'
import type { ErrorCode } from './service-errors.ts'

/** Deals side by side in one dimension, in rows that all of them have. */
export const compareAnswerSchema = z.object({
  dimension: z.string(),
  measure: z.enum(amounts),
  edges: z.array(z.number()),
  deals: z.array(
    z.object({ slug: z.string(), name: z.string(), filing: z.string(), stratification: z.string() }),
  ),
  rows: z.array(
    z.object({
      label: z.string(),
      range: rangeSchema.nullable(),
      /** One for each deal, in their order; the label where one printed row is just this. */
      values: z.array(
        z.object({ low: z.number(), high: z.number(), printed: z.string().nullable() }).nullable(),
      ),
    }),
  ),
  notCompared: z.array(z.object({ slug: z.string(), reason: z.string() })),
})
export type CompareAnswer = z.infer<typeof compareAnswerSchema>

/** Why deals are not compared, and what in the query it is about. */
export type CompareRefusal = { code: ErrorCode; detail: string }

export const mostCompared = 8

export type CompareQuery = {
  slugs: string[]
  dimension: string
  measure: Amount
  /** As typed. */
  edges: string | null
}

/** Read `?deals=a,b&dimension=original-ltv&measure=balancePct&edges=60,80`. */
export function readCompareQuery(query: URLSearchParams): CompareQuery | CompareRefusal {
  const slugs = readSlugs(query.getAll('deals'))
  if (slugs.length < 2 || slugs.length > mostCompared)
    return { code: 'deals-are-too-few-or-many', detail: `deals has ${slugs.length}` }
  const measure = query.get('measure') ?? 'balancePct'
  const known = amounts.find(amount => amount === measure)
  if (known === undefined)
    return { code: 'query-is-not-understood', detail: `measure: one of ${amounts.join(', ')}` }
  const dimension = query.get('dimension') ?? ''
  if (findDimension(dimension) === null) return { code: 'query-is-not-understood', detail: 'dimension' }
  return { slugs, dimension, measure: known, edges: query.get('edges') }
}

/** Slugs as an address has them: with commas between, or a parameter each, as the ticked rows of a form come. */
export function readSlugs(given: readonly string[]): string[] {
  return [...new Set(given.flatMap(slugs => slugs.split(',')).filter(slug => slug !== ''))]
}

type Found = { deal: DealRecord; table: Stratification; tables: Stratification[] }

/** Compare deals by the tables of their chosen filings for the whole pool. */
export async function answerCompare(
  library: Library,
  { slugs, dimension, measure, edges: typed }: CompareQuery,
): Promise<CompareAnswer | CompareRefusal> {
  const unit = findDimension(dimension)?.unit ?? 'text'
  const edges = typed === null || typed.trim() === '' ? null : readEdges(typed, unit)
  if (typed !== null && typed.trim() !== '' && (edges === null || edges.length > 60))
    return { code: 'edge-is-not-understood', detail: 'edges' }
  const found: Found[] = []
  const notCompared: CompareAnswer['notCompared'] = []
  for (const slug of slugs) {
    const deal = await findCurrentDeal(library, slug)
    if (deal === null) return { code: 'deal-is-unknown', detail: slug }
    const own = await findTable(library, deal, dimension)
    if (own === null)
      notCompared.push({ slug, reason: `Its filing has no table by ${dimension} of the whole pool.` })
    else found.push({ deal, ...own })
  }
  const { rows, edges: used, left } = compareTables(found, measure, edges)
  const isLeft = (order: number) => left.some(({ table }) => table === order)
  for (const { table, reason } of left)
    notCompared.push({
      slug: found[table]?.deal.slug ?? '',
      reason: noDistributionSays[reason],
    })
  return {
    dimension,
    measure,
    edges: used,
    deals: found.flatMap(({ deal, table }, order) =>
      isLeft(order)
        ? []
        : [{ slug: deal.slug, name: deal.name, filing: deal.chosen, stratification: table.id }],
    ),
    rows: rows.map(row => ({ ...row, values: row.values.filter((_, order) => !isLeft(order)) })),
    notCompared,
  }
}

async function findTable(
  library: Library,
  deal: DealRecord,
  dimension: string,
): Promise<{ table: Stratification; tables: Stratification[] } | null> {
  const loaded = await loadTables(library, deal.chosen)
  const table = loaded?.tables.find(one => one.dimension === dimension && one.loanGroup === null)
  return loaded && table ? { table, tables: loaded.tables } : null
}
