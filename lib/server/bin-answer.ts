import { z } from 'zod'
import { type BinnedDeal, binnedDealSchema, slugsSchema } from '../library/deal-changes.ts'
import { compareTexts, type ListOrder } from './list-page.ts'

/** What is to be deleted: some deals, by their slugs, or one filing alone, by its SHA-256. */
export const deleteSchema = z.object({
  deals: slugsSchema.optional(),
  filing: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

/** What is to be brought back: some deals, by their slugs; with `at` only what was deleted at that instant. */
export const restoreSchema = z.object({ deals: slugsSchema, at: z.iso.datetime().optional() })

/** Some deals, or all that are in the bin. */
export const eraseSchema = z.object({ deals: slugsSchema.optional() })

export const binAnswerSchema = z.object({
  deals: z.array(binnedDealSchema),
  /** Hand this back as `cursor` for those that follow; null at the end. */
  next: z.string().nullable(),
})

/** The latest first. */
export const orderOfBin: ListOrder<BinnedDeal> = {
  list: 'bin',
  keyOf: ({ deletedAt, slug }) => `${deletedAt} ${slug}`,
  compare(one, other) {
    const [[at, slug], [otherAt, otherSlug]] = [one.split(' '), other.split(' ')]
    return compareTexts(otherAt ?? '', at ?? '') || compareTexts(slug ?? '', otherSlug ?? '')
  },
}
