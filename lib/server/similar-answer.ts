import { z } from 'zod'
import { notComparableSays, sayDistance, sayWhere } from '../distributions/index.ts'
import { findSimilar, type Library, loadPool, type SimilarPool } from '../library/index.ts'
import { unitSchema } from '../report.ts'
import { detailOfRepeated } from './repeated-values.ts'
import type { ErrorCode } from './service-errors.ts'

/** The pools nearest to one, and in what. Points are percent points of balance. */
export const similarAnswerSchema = z.object({
  slug: z.string(),
  loanGroup: z.string().nullable(),
  /** How many dimensions the pool prints. */
  dimensions: z.int(),
  /** How many other deals have tables, and how many of them, the nearest by their figures, were measured. */
  deals: z.int(),
  measured: z.int(),
  pools: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      url: z.string(),
      /** The mean over the dimensions compared; null where none is. */
      points: z.number().nullable(),
      sentence: z.string(),
      /** The nearest first. */
      compared: z.array(
        z.object({
          dimension: z.string(),
          points: z.number(),
          /** Σ width · |F − G| over shared edges, in the dimension’s unit; null of names. */
          moved: z.object({ value: z.number(), unit: unitSchema }).nullable(),
          /** The largest difference that both prove, in points, and where. */
          floor: z.number(),
          where: z.string(),
        }),
      ),
      notComparable: z.array(z.object({ dimension: z.string(), reason: z.string() })),
    }),
  ),
})
export type SimilarAnswer = z.infer<typeof similarAnswerSchema>

export type SimilarRefusal = { code: ErrorCode; detail: string }

const mostSimilar = 40
const usualSimilar = 12

/** How many pools are asked for; undefined where it is no number of them. */
export function readSimilarLimit(typed: string | null | undefined): number | undefined {
  if (!typed) return usualSimilar
  const limit = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
  return limit >= 1 && limit <= mostSimilar ? limit : undefined
}

/** Answer `GET /api/deals/{slug}/similar?limit=12&group=loan-group-1`. */
export async function answerSimilar(
  library: Library,
  slug: string,
  query: URLSearchParams,
): Promise<SimilarAnswer | SimilarRefusal> {
  const repeated = detailOfRepeated(query, ['limit', 'group'])
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const limit = readSimilarLimit(query.get('limit'))
  if (limit === undefined) return { code: 'query-is-not-understood', detail: `limit: 1 to ${mostSimilar}` }
  const group = query.get('group') || null
  await library.bringUpToDate(slug)
  const pool = await loadPool(library, { slug, group })
  if (typeof pool === 'string') return { code: pool, detail: group ?? slug }
  const { pools, ...counts } = await findSimilar(library, pool, limit)
  return { slug, loanGroup: pool.loanGroup, ...counts, pools: pools.map(poolAnswer) }
}

function poolAnswer({ deal, distance }: SimilarPool): SimilarAnswer['pools'][number] {
  return {
    slug: deal.slug,
    name: deal.name,
    url: deal.url,
    points: distance.points === null ? null : rounded(distance.points),
    sentence: sayDistance(distance),
    compared: distance.dimensions.map(one => ({
      dimension: one.dimension,
      points: rounded(one.points),
      moved: one.moved && { value: rounded(one.moved.value), unit: one.moved.unit },
      // Never more than is proven.
      floor: Math.floor(one.floor * millionth) / millionth,
      where: sayWhere(one),
    })),
    notComparable: distance.notComparable.map(({ dimension, reason }) => ({
      dimension,
      reason: notComparableSays[reason],
    })),
  }
}

const millionth = 1e6
const rounded = (value: number) => Math.round(value * millionth) / millionth
