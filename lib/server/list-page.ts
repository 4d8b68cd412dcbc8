import { z } from 'zod'
import { openCursor, sealCursor } from '../library/index.ts'
import { findRepeated } from './repeated-values.ts'

/** Which page of a list is asked for: how many of it, and behind which. */
export const pageQuerySchema = z.object({
  /** How many at most; all that fit into one answer unless told. */
  limit: z.coerce.number().int().min(1).max(500).optional(),
  /** What an answer before gave as `next`. */
  cursor: z
    .string()
    .max(600)
    .refine(cursor => openCursor(cursor) !== null)
    .optional(),
})

/** The order of a list by a text of each of its entries, no two of which are the same. */
export type ListOrder<T> = { keyOf: (entry: T) => string; compare: (one: string, other: string) => number }

/**
 * A page of an ordered list, and the cursor of the page behind it. A cursor is the key of the last entry of a page, so it
 * holds when entries come or go. Null for a query that is not understood.
 */
export function pageOf<T>(
  entries: readonly T[],
  { keyOf, compare }: ListOrder<T>,
  query: URLSearchParams,
): { page: T[]; next: string | null } | null {
  if (findRepeated(query, ['limit', 'cursor']).length > 0) return null
  const asked = pageQuerySchema.safeParse({
    limit: query.get('limit') ?? undefined,
    cursor: query.get('cursor') ?? undefined,
  })
  if (!asked.success) return null
  const { limit = entries.length, cursor } = asked.data
  const after = cursor === undefined ? null : openCursor(cursor)
  const left = after === null ? entries : entries.filter(entry => compare(keyOf(entry), after) > 0)
  const page = left.slice(0, limit)
  const last = page.at(-1)
  const next = last && page.length < left.length ? sealCursor(keyOf(last)) : null
  return { page, next }
}

/** Texts as computers order them. */
export function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
