import { existsSync } from 'node:fs'
import type { ByteRoom } from '../archive/byte-room.ts'
import { askEdgar, type EdgarLimits, edgarLimits } from '../edgar/ask-edgar.ts'
import type { EdgarSettings } from '../edgar/edgar-settings.ts'
import { type Edgar, fetchFilings } from '../edgar/fetch-filings.ts'
import type { FetchedFile } from '../edgar/fetched-file.ts'
import { readEdgarAddress } from '../edgar/read-address.ts'
import type { Library } from '../library/index.ts'

/** An import waits as long as EDGAR keeps it away, and tries for some minutes what fails. */
const limits: EdgarLimits = { ...edgarLimits, patienceMs: 900_000, retries: 7 }

/** Fetched at once, so that each second's requests are made use of, however long one takes. */
const atOnce = 8

/** True for what is meant as an address and no path: an accession number or a URL, unless a file has that name. */
export function isAddress(given: string): boolean {
  return (readEdgarAddress(given) !== null || /^[a-z][a-z0-9+.-]*:\/\//i.test(given)) && !existsSync(given)
}

/**
 * The submissions at some addresses, in their order, several fetched at once. One that is none of EDGAR's is told so. Once
 * whoever asks has enough, nothing more is fetched.
 */
export async function* fetchFromEdgar(
  addresses: readonly string[],
  library: Library,
  { settings, room }: { settings: EdgarSettings; room: ByteRoom },
): AsyncGenerator<FetchedFile> {
  const stop = new AbortController()
  const edgar: Edgar = { library, ask: askEdgar(library, settings, limits, stop.signal), room }
  const begun: Promise<FetchedFile[]>[] = []
  try {
    for (const address of addresses) {
      const files = fetchAll(edgar, address)
      // What is begun and not asked for any more may fail.
      files.catch(() => undefined)
      begun.push(files)
      if (begun.length >= atOnce) yield* await nextOf(begun)
    }
    while (begun.length > 0) yield* await nextOf(begun)
  } finally {
    stop.abort()
  }
}

async function nextOf(begun: Promise<FetchedFile[]>[]): Promise<FetchedFile[]> {
  return (await begun.shift()) ?? []
}

async function fetchAll(edgar: Edgar, typed: string): Promise<FetchedFile[]> {
  const address = readEdgarAddress(typed)
  if (address === null) return [{ name: typed, problem: 'edgar-address-is-not-understood' }]
  const files: FetchedFile[] = []
  for await (const file of fetchFilings(edgar, address)) files.push(file)
  return files
}
