import { z } from 'zod'
import { type PoolRef, printPoolRef, readPoolRefs } from '../addresses/compare-address.ts'
import { type FindingField, findRegistrantFindings } from '../cover/registrant-findings.ts'
import { findDimension } from '../dimensions/index.ts'
import {
  type Amount,
  amounts,
  boundDifference,
  type CompareChoice,
  type ComparedPools,
  type ComparedRow,
  comparePools,
  type EdgesProblem,
  isEdgeChoice,
  noDistributionSays,
  readEdgeChoice,
} from '../distributions/index.ts'
import { type Library, type LoadedPool, loadPool } from '../library/index.ts'
import { rangeSchema } from '../report.ts'
import { detailOfRepeated } from './repeated-values.ts'
import type { ErrorCode } from './service-errors.ts'

const boundSchema = z.object({ low: z.number(), high: z.number() })

/** Deals side by side in one dimension, in rows that all of them have. */
export const compareAnswerSchema = z.object({
  dimension: z.string(),
  measure: z.enum(amounts),
  /** What rows are: ranges between the edges, all above each of them, single figures, or names. */
  by: z.enum(['edges', 'tails', 'values', 'names']),
  edges: z.array(z.number()),
  /** The deal that differences are from, as `deals` of the query names it; null where none is chosen. */
  base: z.string().nullable(),
  deals: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      loanGroup: z.string().nullable(),
      filing: z.string(),
      stratification: z.string(),
      /** The tables of loan groups that the pool is added up over, where it has no table of its own; `stratification` is the first. */
      summedOver: z.array(z.object({ loanGroup: z.string(), stratification: z.string() })),
      /** False where the table contradicts itself: a check on its loans or balances fails. It proves no difference. */
      addsUp: z.boolean(),
    }),
  ),
  rows: z.array(
    z.object({
      label: z.string(),
      range: rangeSchema.nullable(),
      /** One for each deal, in their order; the label where one printed row is just this, and the rows that leave it open. */
      values: z.array(
        boundSchema.extend({ printed: z.string().nullable(), open: z.array(z.string()) }).nullable(),
      ),
      /** How far each lies above the base, from least to most that both allow; none without a base, null where either table contradicts itself. */
      differences: z.array(boundSchema.nullable()),
    }),
  ),
  notCompared: z.array(z.object({ slug: z.string(), loanGroup: z.string().nullable(), reason: z.string() })),
  /** What filings of one registrant give of it in several ways. */
  findings: z.array(
    z.object({
      field: z.string(),
      registrant: z.string(),
      values: z.array(z.object({ value: z.string(), slugs: z.array(z.string()) })),
    }),
  ),
})
export type CompareAnswer = z.infer<typeof compareAnswerSchema>

/** Why deals are not compared, and what in the query it is about. */
export type CompareRefusal = { code: ErrorCode; detail: string }

export const mostCompared = 8

export type CompareQuery = { refs: PoolRef[]; dimension: string; base: string | null; choice: CompareChoice }

/** Read `?deals=a,b~loan-group-1&dimension=original-ltv&measure=balancePct&edges=60,80&rows=above&base=a`. */
export function readCompareQuery(query: URLSearchParams): CompareQuery | CompareRefusal {
  const repeated = detailOfRepeated(query, parametersOfCompare)
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const refs = readPoolRefs(query.getAll('deals'))
  if (refs.length < 2 || refs.length > mostCompared)
    return { code: 'deals-are-too-few-or-many', detail: `deals has ${refs.length}` }
  const dimension = findDimension(query.get('dimension'))
  if (dimension === null) return { code: 'query-is-not-understood', detail: 'dimension' }
  const measure = readMeasure(query.get('measure'))
  if (measure === undefined)
    return { code: 'query-is-not-understood', detail: `measure: one of ${amounts.join(', ')}` }
  const rows = readRows(query.get('rows'))
  if (rows === undefined) return { code: 'query-is-not-understood', detail: 'rows: between or above' }
  const edges = readEdgeChoice(query.get('edges'), dimension)
  if (!isEdgeChoice(edges)) return refuseEdges(edges)
  const base = query.get('base') || null
  if (base !== null && !refs.some(ref => printPoolRef(ref) === base))
    return { code: 'query-is-not-understood', detail: 'base: one of deals' }
  return { refs, dimension: dimension.id, base, choice: { measure, edges, rows } }
}

/** What a comparison is asked for, each with one value; of deals there may be any number. */
export const parametersOfCompare = ['dimension', 'measure', 'edges', 'rows', 'base'] as const

/** The refusal of edges that are none, or that no figure can have. */
export function refuseEdges({ kind, problem }: EdgesProblem): CompareRefusal {
  const code = kind === 'outside' ? 'edge-is-outside' : 'edge-is-not-understood'
  return { code, detail: `edges: ${problem}` }
}

/** A measure as an address names it, the share of balance where it names none; undefined when it is none. */
export function readMeasure(typed: string | null | undefined): Amount | undefined {
  return typed ? amounts.find(amount => amount === typed) : 'balancePct'
}

/** The same of what rows show of ranges. */
export function readRows(typed: string | null | undefined): CompareChoice['rows'] | undefined {
  return typed ? (['between', 'above'] as const).find(rows => rows === typed) : 'between'
}

/** The pools that a query names, and what their tables are together. */
export type Comparison = { query: CompareQuery; pools: LoadedPool[]; compared: ComparedPools }

/** Compare deals by the tables of their chosen filings, or say why not. */
export async function findComparison(
  library: Library,
  given: URLSearchParams,
): Promise<Comparison | CompareRefusal> {
  const query = readCompareQuery(given)
  return 'code' in query ? query : await loadComparison(library, query)
}

/** The same of a query that is read already. */
export async function loadComparison(
  library: Library,
  query: CompareQuery,
): Promise<Comparison | CompareRefusal> {
  const pools: LoadedPool[] = []
  for (const ref of query.refs) {
    await library.bringUpToDate(ref.slug)
    const pool = await loadPool(library, ref)
    if (typeof pool === 'string') return { code: pool, detail: printPoolRef(ref) }
    pools.push(pool)
  }
  return { query, pools, compared: comparePools(pools, query.dimension, query.choice) }
}

/** What the call answers of a comparison. */
export function answerCompare({
  query: { dimension, base, choice },
  pools,
  compared,
}: Comparison): CompareAnswer {
  const found = compared.pools.flatMap(one => {
    const pool = pools[one.pool]
    return pool ? [{ ...one, pool }] : []
  })
  const baseAt = found.findIndex(({ pool }) => pool.ref === base)
  return {
    dimension,
    measure: choice.measure,
    by: compared.by,
    edges: compared.edges,
    base,
    deals: found.map(({ pool, table, groups = [], doesNotAddUp }) => ({
      slug: pool.record.slug,
      name: pool.record.name,
      loanGroup: pool.loanGroup,
      filing: pool.record.chosen,
      stratification: table.id,
      summedOver: groups.map(one => ({ loanGroup: one.loanGroup, stratification: one.table.id })),
      addsUp: !doesNotAddUp,
    })),
    rows: compared.rows.map(row => ({ ...row, differences: differencesOf(row, compared, baseAt) })),
    notCompared: compared.left.flatMap(({ pool, reason }) => {
      const own = pools[pool]
      return own
        ? [{ slug: own.record.slug, loanGroup: own.loanGroup, reason: sayLeft(reason, dimension) }]
        : []
    }),
    findings: findRegistrantFindings(pools).map(({ field, registrant, values }) => ({
      field: field satisfies FindingField,
      registrant,
      values: values.map(({ value, filings }) => ({
        value,
        slugs: [...new Set(filings.flatMap(order => pools[order]?.record.slug ?? []))],
      })),
    })),
  }
}

/** A table that contradicts itself proves no difference. */
function differencesOf({ values }: ComparedRow, { pools }: ComparedPools, baseAt: number) {
  const base = values[baseAt]
  if (!base) return []
  const isWrong = (order: number) => pools[order]?.doesNotAddUp ?? false
  return values.map((value, order) =>
    value && !isWrong(order) && !isWrong(baseAt) ? boundDifference(value, base) : null,
  )
}

/** > credit score    DTI */
function nameInWords(dimension: string): string {
  const name = findDimension(dimension)?.name ?? dimension
  return /^.[a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function sayLeft(reason: keyof typeof noDistributionSays | 'no-table', dimension: string): string {
  return reason === 'no-table'
    ? `Its filing has no table of this pool by ${nameInWords(dimension)}.`
    : noDistributionSays[reason]
}
