import { decodeFiling } from '../filing/decode-filing.ts'
import { isPacked, type PackedFile } from '../filing/packed-file.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import { type Loans, readLoans } from '../tape/loans.ts'
import { openPacked } from '../tape/open-packed.ts'
import type { Assets } from '../tape/read-assets.ts'
import { loansIn, loansOfFile } from '../tape/read-document.ts'

/** What the loans that are kept at hand may take together, in bytes; the latest is kept whatever it takes. */
const mostBytes = 200_000_000
const bytesOfLoan = 150

/** The loans of a filing as it was uploaded; null where it has none, or none that are read to the end. */
async function readLoansOf(bytes: Uint8Array | PackedFile): Promise<Loans | null> {
  if (isPacked(bytes)) {
    const opened = await openPacked(bytes, { readsLoans: true })
    if ('refusal' in opened || opened.exhibit === null) return null
    const result = loansIn(opened.exhibit)
    return 'unread' in result || result.loans.loans.length === 0 ? null : result.loans
  }
  const decoded = decodeFiling(bytes)
  if ('refusal' in decoded) return null
  const { file } = decoded
  return loansOfFile(file, splitDocuments(file).value.documents)
}

function weigh(loans: Loans | null): number {
  if (loans === null) return 0
  const { assets, properties } = loans.from
  return assets.bytes + properties.bytes + loans.loans.length * bytesOfLoan
}

/** `read` once they are there: what they take grows while columns are opened. */
type Kept = { loans: Promise<Loans | null>; read: Loans | null }

/** Where loans come from: the columns that the library keeps, else the original. */
type LoanSources = {
  findTape: (sha256: string) => Promise<Assets | null>
  findBytes: (sha256: string) => Promise<Uint8Array | PackedFile | null>
}

/**
 * Gives the loans of filings by their SHA-256, null where a filing has none, and keeps the latest at hand: they never change.
 * Who asks for what is being read waits for the same reading; what could not be read is read again for the next.
 */
export function loanKeeper({ findTape, findBytes }: LoanSources, most = mostBytes) {
  const kept = new Map<string, Kept>()

  async function read(sha256: string): Promise<Loans | null> {
    const tape = await findTape(sha256)
    if (tape !== null) return readLoans(tape)
    const bytes = await findBytes(sha256)
    return bytes && (await readLoansOf(bytes))
  }

  /** Forget the longest unasked until the others have room. */
  function makeRoom(latest: Kept): void {
    let sum = 0
    for (const { read: loans } of kept.values()) sum += weigh(loans)
    for (const [sha256, one] of kept) {
      if (sum <= most) return
      if (one === latest) continue
      kept.delete(sha256)
      sum -= weigh(one.read)
    }
  }

  function begin(sha256: string): Kept {
    const one: Kept = { loans: read(sha256), read: null }
    one.loans.then(
      loans => {
        one.read = loans
        if (kept.get(sha256) === one) makeRoom(one)
      },
      () => kept.delete(sha256),
    )
    return one
  }

  return async function loansOf(sha256: string): Promise<Loans | null> {
    const one = kept.get(sha256) ?? begin(sha256)
    kept.delete(sha256)
    kept.set(sha256, one)
    return await one.loans
  }
}
