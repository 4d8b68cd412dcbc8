import { archiveLimits } from '../archive/archive-limits.ts'
import type { ListedSubmission } from '../library/index.ts'
import type { AskEdgar } from './ask-edgar.ts'
import { EdgarFault } from './edgar-fault.ts'
import { type EdgarAddress, indexUrl } from './read-address.ts'
import { readIndex } from './read-index.ts'
import { underCompany } from './under-company.ts'

/** Longer indexes are none. In bytes. */
const longestIndex = archiveLimits.fileBytes / 10

/** The documents of a submission as EDGAR lists them. Throws an EdgarFault. */
export async function listDocuments(ask: AskEdgar, address: EdgarAddress): Promise<ListedSubmission> {
  const { accession } = address
  return await underCompany(ask, address, async company => {
    const html = await ask(indexUrl(company, accession), readText)
    return { accession, company, ...readIndex(html, accession) }
  })
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > longestIndex) throw new EdgarFault('edgar-failed')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
