import { z } from 'zod'

/** Days that what was deleted stays in the bin. */
export const binDays = 30

/** The most deals that one change can be of: as many as are ticked on some pages of the library. */
const mostDeals = 500

const slugSchema = z.string().regex(/^[a-z0-9-]{1,120}$/)
/** Slugs of deals; more than once is once. */
export const slugsSchema = z
  .array(slugSchema)
  .min(1)
  .max(mostDeals)
  .transform(slugs => [...new Set(slugs)])

/** What can be changed of deals that are kept. Slugs that the library does not know change nothing. */
export type DealChange =
  /** Put all filings of the deals into the bin. */
  | { what: 'delete'; slugs: string[] }
  /** Bring back what the bin holds of the deals. */
  | { what: 'restore'; slugs: string[] }
  /** Remove what the bin holds of the deals, or all of it, for good; only what was put there before an instant, where told. */
  | { what: 'erase'; slugs: string[] | null; before?: string | undefined }

export const changedSchema = z.object({
  /** The deals that were changed, as far as they are known. */
  deals: z.array(z.object({ slug: z.string(), url: z.string(), name: z.string() })),
  /** Of deals that were deleted: the instant, which the bin has of each of them, in ISO 8601, UTC. */
  deletedAt: z.string().nullable(),
})
export type Changed = z.infer<typeof changedSchema>

/** A deal in the bin, or the part of its filings that is there. */
export const binnedDealSchema = z.object({
  slug: z.string(),
  name: z.string(),
  /** How many of the deal's filings are in the bin, and how many bytes they have. */
  filings: z.int(),
  bytes: z.int(),
  /** False where other filings of the deal are still in the library. */
  isWhole: z.boolean(),
  deletedAt: z.string(),
  /** When the bin is emptied of it. */
  erasedOn: z.string(),
})
export type BinnedDeal = z.infer<typeof binnedDealSchema>
