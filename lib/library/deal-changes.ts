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

/** What can be changed of deals that are kept. A change that names what the library does not know is refused whole. */
export type DealChange =
  /** Put all filings of the deals into the bin. */
  | { what: 'delete'; slugs: string[] }
  /** Put one filing into the bin, by its SHA-256; its deal goes with it where it has no other. */
  | { what: 'delete-filing'; sha256: string }
  /** Bring back what the bin holds of the deals; only what was deleted at an instant, where told. */
  | { what: 'restore'; slugs: string[]; at?: string | undefined }
  /** Remove what the bin holds of the deals, or all of it, for good; only what was put there before an instant, where told. */
  | { what: 'erase'; slugs: string[] | null; before?: string | undefined }
  /** Take originals out of the store that no filing has. */
  | { what: 'erase-loose' }
  /** Give a deal another name, or with null the one of its filings again; its address stays. */
  | { what: 'rename'; slug: string; name: string | null }
  | { what: 'tag'; slugs: string[]; tags: string[]; how: 'add' | 'remove' | 'set' }
  | { what: 'note'; slug: string; note: NewNote }
  /** Write a note anew; with no text it is taken away. */
  | { what: 'edit-note'; slug: string; id: number; text: string }
  /** Keep a search under a name; `query` is what its address has behind the question mark. */
  | { what: 'save-search'; name: string; query: string }
  | { what: 'forget-search'; id: number }

/** A note on a deal, or on a place of one of its filings, by its SHA-256; `says` is what stands there, in words. */
export type NewNote = { text: string; filing: string | null; at: string | null; says: string | null }

/** What is typed for a name or a note has its line breaks and nothing else that is not printed. */
const typedText = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform(text =>
      text
        .replaceAll('\r\n', '\n')
        .replace(/(?!\n)\p{Cc}/gu, ' ')
        .trim(),
    )

export const nameSchema = typedText(200).transform(text => text.replaceAll('\n', ' '))
export const noteTextSchema = typedText(2000)

/** Tags as a list, or in one text with commas between them. */
export const tagsSchema = z
  .union([z.string().max(2000), z.array(z.string().max(2000)).max(100)])
  .transform(tags => [tags].flat().flatMap(text => text.split(',')))
  .pipe(z.array(nameSchema.pipe(z.string().max(40))).max(100))
  .transform(tags => tags.filter(tag => tag !== ''))

export const changedSchema = z.object({
  /** The deals that were changed. */
  deals: z.array(z.object({ slug: z.string(), url: z.string(), name: z.string() })),
  /** Of deals that were deleted: the instant, which the bin has of each of them, in ISO 8601, UTC. */
  deletedAt: z.string().nullable(),
})
export type Changed = z.infer<typeof changedSchema>

/** Why nothing of a change was carried out; `detail` names what is unknown, or has too much. */
export type ChangeRefusal = {
  code:
    | 'deal-is-unknown'
    | 'filing-is-unknown'
    | 'search-is-unknown'
    | 'tags-are-too-many'
    | 'searches-are-too-many'
  detail: string | null
}

/** What became of a change. */
export type ChangeOutcome = Changed & { refused: ChangeRefusal | null }

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
