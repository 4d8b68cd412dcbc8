import { z } from 'zod'
import { uploadRoom } from '../archive/byte-room.ts'
import { askEdgar } from '../edgar/ask-edgar.ts'
import { edgarFaultCodeOf } from '../edgar/edgar-fault.ts'
import { type EdgarSettings, readEdgarSettings } from '../edgar/edgar-settings.ts'
import { fetchFilings } from '../edgar/fetch-filings.ts'
import { listDocuments } from '../edgar/list-documents.ts'
import { indexUrl, isDocumentName, readEdgarAddress } from '../edgar/read-address.ts'
import type { EdgarFaultCode } from '../edgar-faults.ts'
import { refuse } from '../issues.ts'
import { cleanFileName } from '../library/file-name.ts'
import { type Library, type ListedSubmission, listedSubmissionSchema } from '../library/index.ts'
import { type FileAnswer, keepEach, refused } from './upload-answer.ts'

/** As many documents of a submission as are fetched at once. */
const mostDocuments = 50

/** Which submission is to be fetched, and which of its documents; without any it is fetched whole. */
export const fetchSchema = z.object({
  address: z
    .string()
    .max(500)
    .describe('An accession number, or the address of a submission or one of its documents at sec.gov.'),
  documents: z
    .array(
      z
        .string()
        .refine(isDocumentName, 'The name of a document’s file has letters, digits, dots and dashes.'),
    )
    .max(mostDocuments)
    .optional()
    .describe('Names of its documents’ files; without any the submission is fetched whole.'),
})

/** Fetch filings from EDGAR and keep them; what the library has already is known. */
export async function keepFromEdgar(
  library: Library,
  { address, documents }: z.infer<typeof fetchSchema>,
  settings: EdgarSettings = presentSettings(),
): Promise<FileAnswer[]> {
  const read = readEdgarAddress(address)
  if (read === null) return [refused(cleanFileName(address), refuse('edgar-address-is-not-understood'))]
  const edgar = { library, ask: askEdgar(library, settings), room: uploadRoom }
  return await keepEach(library, fetchFilings(edgar, read, documents))
}

/** The settings were read at the start, which one that is not understood ends. */
function presentSettings(): EdgarSettings {
  const settings = readEdgarSettings(process.env)
  return 'wrong' in settings ? { userAgent: null, standIn: null } : settings
}

/** Which submission's documents are to be listed. */
export const listSchema = fetchSchema.pick({ address: true })

/** A submission of EDGAR: its page there, its documents, and the deals that the library has of it. */
export const submissionAnswerSchema = listedSubmissionSchema.extend({
  page: z.string(),
  known: z.array(
    z.object({
      document: z.string().nullable().describe('The name of its file; null is the whole submission.'),
      deal: z.object({ slug: z.string(), url: z.string(), name: z.string() }),
    }),
  ),
})
export type SubmissionAnswer = z.infer<typeof submissionAnswerSchema>

/** Ask EDGAR for the documents of a submission, and keep the list; or say why it cannot be had. */
export async function listFromEdgar(
  library: Library,
  { address }: z.infer<typeof listSchema>,
  settings: EdgarSettings = presentSettings(),
): Promise<SubmissionAnswer | { problem: EdgarFaultCode }> {
  const read = readEdgarAddress(address)
  if (read === null) return { problem: 'edgar-address-is-not-understood' }
  try {
    const listed = await listDocuments(askEdgar(library, settings), read)
    await library.keepSubmission(listed)
    return await answerSubmission(library, listed)
  } catch (fault) {
    const problem = edgarFaultCodeOf(fault)
    if (problem === null) throw fault
    return { problem }
  }
}

/** What is told of a submission whose documents were listed. */
export async function answerSubmission(
  library: Pick<Library, 'findFromEdgar'>,
  listed: ListedSubmission,
): Promise<SubmissionAnswer> {
  const { accession, company, documents } = listed
  const known: SubmissionAnswer['known'] = []
  for (const document of [null, ...documents.map(({ name }) => name)]) {
    const kept = await library.findFromEdgar(accession, document)
    if (kept?.deal) known.push({ document, deal: kept.deal })
  }
  return { ...listed, page: indexUrl(company, accession), known }
}
