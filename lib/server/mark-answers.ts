import { z } from 'zod'
import { nameSchema, noteTextSchema, slugsSchema, tagsSchema } from '../library/deal-changes.ts'
import { foldName } from '../library/deal-identity.ts'
import { type SavedSearch, savedSearchSchema } from '../library/saved-searches.ts'
import { compareTexts, type ListOrder } from './list-page.ts'

/** Nothing in it gives the deal the name by its filings again. */
export const nameBodySchema = z.object({ name: nameSchema })

/** A list of tags, or one text with commas between them. */
export const tagsBodySchema = z.object({ tags: tagsSchema })

export const tagDealsSchema = z.object({
  deals: slugsSchema,
  tags: tagsSchema,
  how: z.enum(['add', 'remove']).default('add'),
})

export const newNoteSchema = z.object({
  text: noteTextSchema.pipe(z.string().min(1)),
  /** SHA-256 of one of the deal's filings or how it begins, else the chosen one; together with `at`. */
  filing: z.string().min(8).max(64).optional(),
  /** The place that the note is on, `line:start-end`; without one it is on the deal. */
  at: z.string().max(60).optional(),
})

/** Without a text the note is taken away. */
export const noteBodySchema = z.object({ text: noteTextSchema })

/** A search that is kept: its name, and what its address has behind the question mark. */
export const saveSearchSchema = z.object({
  name: nameSchema.pipe(z.string().min(1).max(80)),
  query: z.string().max(2000),
})

export const searchesAnswerSchema = z.object({
  searches: z.array(savedSearchSchema),
  /** Hand this back as `cursor` for those that follow; null at the end. */
  next: z.string().nullable(),
})

export const orderOfSearches: ListOrder<SavedSearch> = {
  list: 'searches',
  keyOf: ({ name }) => foldName(name),
  compare: compareTexts,
}

/** Which deals are exported as one table, and as what. */
export const exportQuerySchema = z.object({
  deals: slugsSchema,
  form: z.enum(['csv', 'xlsx']).default('xlsx'),
})
