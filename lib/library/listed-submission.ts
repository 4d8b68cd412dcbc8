import { z } from 'zod'

/** The documents of a submission as EDGAR's index lists them; null is what the index does not say. */
export const listedSubmissionSchema = z.object({
  accession: z.string(),
  /** The number of the company that it stands under, its CIK. */
  company: z.int(),
  documents: z.array(
    z.object({
      sequence: z.int().nullable(),
      type: z.string(),
      description: z.string(),
      /** The name of its file. */
      name: z.string(),
      bytes: z.int().nullable(),
    }),
  ),
  /** How long it is as a whole, in bytes. */
  wholeBytes: z.int().nullable(),
})
export type ListedSubmission = z.infer<typeof listedSubmissionSchema>
