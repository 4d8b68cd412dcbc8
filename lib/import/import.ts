import { availableParallelism } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { type ByteRoom, byteRoom } from '../archive/byte-room.ts'
import type { FoundFile } from '../archive/found-file.ts'
import { showProgress } from '../cli/progress-line.ts'
import { type EdgarSettings, readEdgarSettings } from '../edgar/edgar-settings.ts'
import type { FetchedFile } from '../edgar/fetched-file.ts'
import { presentReader } from '../library/get-library.ts'
import { libraryPlace, namePlace } from '../library/library-files.ts'
import { openLibrary } from '../library/open-library.ts'
import { writerPool } from '../library/writer-pool.ts'
import { faultCodeOf, libraryFaultWording } from '../library-faults.ts'
import { fetchFromEdgar, isAddress } from './fetch-from-edgar.ts'
import { importFiles } from './import-files.ts'
import { type ListedFile, listFiles } from './list-files.ts'
import { openFromDisk } from './open-from-disk.ts'
import { filesOf, sayImport, sayProgress } from './say-import.ts'

const HELP = `npm run import -- [--json] PATH…
  Keeps filings in the library (STRATA_DATA, else .strata): files, folders with all that is in them, and what zip, gzip,
  tar and tar.gz files hold. With - a list of paths is read from standard input, one a line. May run while Strata serves.
  Broken off, it goes on where it was when it is run again: files that are known are not read anew.
  A path may also be an accession number of EDGAR (0001234567-02-012345) or an address there (https://www.sec.gov/Archives/
  edgar/data/…): the submission is fetched, unless the library has it, no faster than EDGAR allows. The SEC wants to know
  who asks: set STRATA_EDGAR_USER_AGENT to a name and a mail address, as in “Sample Company contact@sample.example”.
  --json prints what became of it as one JSON object.

Exit code: 0 when all files are in the library, 1 when some were refused or not looked at, 2 when nothing could begin.
`

/** Room for files in memory: ten of the largest. */
const roomBytes = 512 * 1024 * 1024
const roomPatienceMs = 600_000

/** What is to be fetched counts for so much of the whole, before anybody knows how long it is: filings have so many bytes. */
const fetchedBytes = 250_000

type Arguments = { isJson: boolean; paths: string[] }

async function readArguments(given: readonly string[]): Promise<Arguments> {
  if (given.includes('--help') || given.includes('-h')) {
    process.stdout.write(HELP)
    process.exit(0)
  }
  const named = given.filter(one => one !== '--json' && one !== '-')
  const wrong = named.find(one => one.startsWith('-'))
  if (wrong !== undefined) return refuse(`There is no option ${wrong}.`)
  const listed = given.includes('-') ? (await text(process.stdin)).split(/\r?\n/) : []
  const paths = [...named, ...listed.filter(line => line !== '')]
  if (paths.length === 0) return refuse('Name files or folders: npm run import -- PATH…')
  return { isJson: given.includes('--json'), paths }
}

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}

/** Whether somebody wants it to end: a first signal lets what is being read be kept, a second one ends at once. */
function stopOnSignals(): () => boolean {
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      process.stderr.write('\nFiles that are being read are kept first. Once more ends at once.\n')
    })
  return () => isStopping
}

async function open() {
  const entry = path.join(import.meta.dirname, '../library/write-worker.ts')
  const threads = availableParallelism()
  let name = 'The library'
  try {
    const place = libraryPlace()
    name = namePlace(place)
    const library = openLibrary({
      ...place,
      writer: writerPool(entry, { size: threads, ready: threads, spareAfterMs: 0 }),
      readerVersion: presentReader(),
    })
    // A database of a server is reached with the first question.
    await library.findRevision()
    return library
  } catch (fault) {
    const code = faultCodeOf(fault)
    if (code === null) throw fault
    return refuse(`${name}: ${libraryFaultWording[code]}`)
  }
}

function edgarSettings(): EdgarSettings {
  const settings = readEdgarSettings(process.env)
  return 'wrong' in settings ? refuse(settings.wrong) : settings
}

async function main({ isJson, paths }: Arguments): Promise<number> {
  const mayStop = stopOnSignals()
  const settings = edgarSettings()
  const addresses = paths.filter(isAddress)
  const files = listFiles(paths.filter(path => !addresses.includes(path)))
  const library = await open()
  const start = performance.now()
  const seconds = () => (performance.now() - start) / 1000
  const ofBytes = files.reduce((sum, { bytes }) => sum + (bytes ?? 0), addresses.length * fetchedBytes)
  let readBytes = 0
  const progress = showProgress(process.stderr)
  try {
    const room = byteRoom({ mostBytes: roomBytes, patienceMs: roomPatienceMs })
    const found = openAll(
      { files, fetched: fetchFromEdgar(addresses, library, { settings, room }), room },
      bytes => {
        readBytes += bytes
      },
    )
    const { tally, fault } = await importFiles(library, found, {
      atOnce: 2 * availableParallelism(),
      mayStop,
      told: tally => progress.show(() => sayProgress({ tally, readBytes, ofBytes, seconds: seconds() })),
    })
    progress.end()
    const isWhole = fault === null && !mayStop()
    const said = { ...tally, files: filesOf(tally), seconds: seconds(), isWhole, fault }
    process.stdout.write(`${isJson ? JSON.stringify(said) : sayImport(tally, seconds())}\n`)
    if (fault !== null)
      process.stderr.write(`${libraryFaultWording[fault]} Then run the same again: it goes on from here.\n`)
    else if (!isWhole)
      process.stderr.write('Not all was looked at. Run the same again: it goes on from here.\n')
    return isWhole && tally.refused.length === 0 ? 0 : 1
  } finally {
    await library.close()
  }
}

type Sources = { files: readonly ListedFile[]; fetched: AsyncIterable<FetchedFile>; room: ByteRoom }

async function* openAll(
  { files, fetched, room }: Sources,
  took: (bytes: number) => void,
): AsyncGenerator<FoundFile | FetchedFile> {
  for (const file of files) yield* openFromDisk(file, room, took)
  for await (const file of fetched) {
    took(fetchedBytes)
    yield file
  }
}

/** `npm run import -- PATH…`: keep many filings at once, beside a running service or without one. */
process.exitCode = await main(await readArguments(process.argv.slice(2)))
