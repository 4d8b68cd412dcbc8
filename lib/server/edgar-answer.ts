import { z } from 'zod'
import { uploadRoom } from '../archive/byte-room.ts'
import { askEdgar } from '../edgar/ask-edgar.ts'
import { type EdgarSettings, readEdgarSettings } from '../edgar/edgar-settings.ts'
import { fetchFilings } from '../edgar/fetch-filings.ts'
import { isDocumentName, readEdgarAddress } from '../edgar/read-address.ts'
import { refuse } from '../issues.ts'
import { cleanFileName } from '../library/file-name.ts'
import type { Library } from '../library/index.ts'
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
