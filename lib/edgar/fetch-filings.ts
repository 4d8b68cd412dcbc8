import { ArrivingFile, fileLimits } from '../archive/arriving-file.ts'
import type { ByteRoom, Hold } from '../archive/byte-room.ts'
import type { PackedFile } from '../filing/packed-file.ts'
import type { RefusalCode } from '../issues.ts'
import type { EdgarOrigin, KeptFiling, Library } from '../library/index.ts'
import { faultCodeOf } from '../library-faults.ts'
import type { AskEdgar } from './ask-edgar.ts'
import { edgarFaultCodeOf } from './edgar-fault.ts'
import type { FetchedFile } from './fetched-file.ts'
import { documentUrl, type EdgarAddress, submissionUrl } from './read-address.ts'
import { underCompany } from './under-company.ts'

/** What filings are fetched with: the library that may have them, EDGAR, and the room in memory that they take. */
export type Edgar = { library: Pick<Library, 'findFromEdgar'>; ask: AskEdgar; room: ByteRoom }

/**
 * The submission at an address, whole, or those of its documents that are named, one after another. What is in the library is
 * not fetched again; what cannot be had is told with its reason, and costs no other.
 */
export async function* fetchFilings(
  edgar: Edgar,
  address: EdgarAddress,
  documents: readonly string[] = [],
): AsyncGenerator<FetchedFile> {
  const { accession } = address
  const wanted = documents.length === 0 ? [null] : documents
  for (const document of wanted) {
    const named = document === null ? { name: `${accession}.txt` } : { name: document, archive: accession }
    yield { ...named, ...(await fetchOne(edgar, address, document)) }
  }
}

type Fetched =
  | { kept: KeptFiling }
  | { bytes: Uint8Array | PackedFile; hold: Hold; origin: EdgarOrigin }
  | { problem: RefusalCode }

async function fetchOne(edgar: Edgar, address: EdgarAddress, document: string | null): Promise<Fetched> {
  const { accession } = address
  try {
    const kept = await edgar.library.findFromEdgar(accession, document)
    if (kept !== null) return { kept }
    return await underCompany(edgar.ask, address, async company => {
      const url =
        document === null ? submissionUrl(company, accession) : documentUrl(company, accession, document)
      const held = await edgar.ask(url, body => hold(body, edgar.room))
      return 'problem' in held ? held : { ...held, origin: { accession, company, document } }
    })
  } catch (fault) {
    const problem = edgarFaultCodeOf(fault) ?? faultCodeOf(fault)
    if (problem === null) throw fault
    const isOfDocument = document !== null && problem === 'edgar-has-no-such-filing'
    return { problem: isOfDocument ? 'edgar-has-no-such-document' : problem }
  }
}

/** All bytes of an answer, with the room that they take; or why they are not held: too many, or no room for them. */
async function hold(
  body: AsyncIterable<Uint8Array>,
  room: ByteRoom,
): Promise<{ bytes: Uint8Array | PackedFile; hold: Hold } | { problem: RefusalCode }> {
  const own = room.hold()
  const file = new ArrivingFile(fileLimits)
  let taken = 0
  let isHeld = false
  try {
    for await (const piece of body) {
      if (!(await file.add(piece))) return { problem: 'file-is-too-large' }
      const more = file.heldBytes - taken
      taken = file.heldBytes
      if (more < 0) own.shrinkTo(taken)
      else if (more > 0 && !(await own.take(more))) return { problem: 'upload-came-while-busy' }
    }
    const bytes = await file.whole()
    isHeld = true
    return { bytes, hold: own }
  } finally {
    if (!isHeld) {
      file.close()
      own.release()
    }
  }
}
