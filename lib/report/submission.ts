import { z } from 'zod'

const companySchema = z.object({
  name: z.string().nullable(),
  cik: z.string().nullable(),
  ein: z.string().nullable(),
  sic: z.string().nullable(),
  fileNumber: z.string().nullable(),
  role: z.string().nullable(),
})
export type Company = z.infer<typeof companySchema>

export const submissionSchema = z.object({
  accession: z.string().nullable(),
  formType: z.string().nullable(),
  filedOn: z.string().nullable(),
  periodOfReport: z.string().nullable(),
  companies: z.array(companySchema),
})
export type Submission = z.infer<typeof submissionSchema>

/** `asset-data` is XML too: the loans of a loan-level exhibit. */
const documentFormat = z.enum(['text', 'html', 'uuencoded', 'pdf', 'asset-data', 'xml', 'binary'])
export const documentSchema = z.object({
  sequence: z.int().nullable(),
  type: z.string().nullable(),
  filename: z.string().nullable(),
  description: z.string().nullable(),
  format: documentFormat,
  /** First and last line of the document's text, both 1-based and inclusive. */
  lines: z.tuple([z.int(), z.int()]),
})
export type FilingDocument = z.infer<typeof documentSchema>
