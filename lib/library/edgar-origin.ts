import { z } from 'zod'

/** Where on EDGAR a filing was fetched: its submission, the company it stands under, the one document that it is; null is all. */
export const edgarOriginSchema = z.object({
  accession: z.string(),
  company: z.int(),
  document: z.string().nullable(),
})
export type EdgarOrigin = z.infer<typeof edgarOriginSchema>
