import { z } from 'zod'
import { foreignCursor, openCursor, sealCursor } from '../library/index.ts'
import { detailOfRepeated } from './repeated-values.ts'

/** Which page of a list is asked for: how many of it, and behind which. */
export const pageQuerySchema = z.object({
  /** How many at most; all that fit into one answer unless told. */
  limit: z.coerce.number().int().min(1).max(500).optional(),
  /** What an answer before gave as `next`. */
  cursor: z.string().max(600).optional(),
})

/** The order of a list by a text of each of its entries, no two of which are the same. */
export type ListOrder<T> = {
  /** What the list is of: a cursor of one list is none of another. */
  list: string
  keyOf: (entry: T) => string
  compare: (one: string, other: string) => number
}

/**
 * A page of an ordered list, and the cursor of the page behind it. A cursor is the key of the last entry of a page, so it
 * holds when entries come or go; it is of this list under this query alone. What is not understood of a query is told.
 */
export function pageOf<T>(
  entries: readonly T[],
  { list, keyOf, compare }: ListOrder<T>,
  query: URLSearchParams,
): { page: T[]; next: string | null } | { problem: string } {
  const repeated = detailOfRepeated(query, ['limit', 'cursor'])
  if (repeated !== null) return { problem: repeated }
  const asked = pageQuerySchema.safeParse({
    limit: query.get('limit') ?? undefined,
    cursor: query.get('cursor') ?? undefined,
  })
  if (!asked.success) return { problem: asked.error.issues[0]?.path.join('.') ?? 'limit or cursor' }
  const { limit = entries.length, cursor } = asked.data
  const asSealed = `${list}?${nameQuery(query)}`
  const after = cursor === undefined ? null : openCursor(cursor, asSealed)
  if (cursor !== undefined && after === null) return { problem: `cursor: ${foreignCursor}` }
  const left = after === null ? entries : entries.filter(entry => compare(keyOf(entry), after) > 0)
  const page = left.slice(0, limit)
  const last = page.at(-1)
  const next = last && page.length < left.length ? sealCursor(keyOf(last), asSealed) : null
  return { page, next }
}

/** What a query asks for beside the page, as one text. */
function nameQuery(query: URLSearchParams): string {
  const rest = [...query].filter(([name, value]) => value !== '' && name !== 'limit' && name !== 'cursor')
  return new URLSearchParams(rest.toSorted(([one], [other]) => compareTexts(one, other))).toString()
}

/** Texts as computers order them. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
