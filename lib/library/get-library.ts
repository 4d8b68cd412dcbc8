import { join } from 'node:path'
import { faultCodeOf } from '../library-faults.ts'
import { checkPagesIn } from './engines/sqlite/check-pages.ts'
import type { Library } from './library.ts'
import { libraryPlace } from './library-files.ts'
import { openLibrary } from './open-library.ts'
import { versionOfSources } from './source-version.ts'
import { writerPool } from './writer-pool.ts'

/** Bundlers give a module several copies; the library stays one, on the one thing they share. */
const libraryKey = Symbol.for('strata.library')
const openingKey = Symbol.for('strata.library.opening')
const shared = globalThis as typeof globalThis & {
  [libraryKey]?: Promise<Library>
  [openingKey]?: () => Library
}

/** Node reads the sources itself here; to a bundler this is a path like any other. */
const sourceFile = (file: string) => join(/* turbopackIgnore: true */ process.cwd(), 'lib', file)

/** The version of the reader whose sources this process was started from. */
export function presentReader(): string {
  return versionOfSources(sourceFile('read-filing.ts'), sourceFile('library/prepare-filing.ts'))
}

/** The one library of this process, opened at first use. After a failure the next call tries again. */
export function getLibrary(): Promise<Library> {
  shared[libraryKey] ??= open().catch(problem => {
    delete shared[libraryKey]
    throw problem
  })
  return shared[libraryKey]
}

/** Have this process open its library in another way than for reading and writing; to be told before it is first asked for. */
export function openLibraryBy(opening: () => Library): void {
  shared[openingKey] = opening
}

/**
 * Threads of the service that are loaded before anything is uploaded: as many as two slow files and a quick one need. Each
 * takes 36 MB and, to load, 0.6 s of a processor. With one, a quick file waited up to 7 s on a busy machine.
 */
const readyThreads = 3

async function open(): Promise<Library> {
  if (shared[openingKey]) return shared[openingKey]()
  const library = openLibrary({
    ...libraryPlace(),
    writer: writerPool(sourceFile('library/write-worker.ts'), { ready: readyThreads }),
    checkPages: checkPagesIn(sourceFile('library/engines/sqlite/check-worker.ts')),
    readerVersion: presentReader(),
  })
  void readAgain(library)
  warmSoon(library)
  emptyInTime(library)
  return library
}

/** A database that could not be reached is asked again after so long, in milliseconds. */
const askAgainMs = 30_000

async function readAgain(library: Library): Promise<void> {
  try {
    await library.bringUpToDate()
  } catch (problem) {
    const code = faultCodeOf(problem)
    // What is wrong with the library it has told itself.
    if (code === null) console.error('Reading older filings again failed:', problem)
    else if (code === 'library-unreachable' || code === 'library-slow' || code === 'originals-unreachable')
      setTimeout(() => void readAgain(library), askAgainMs).unref()
  }
}

/** When columns are read that nobody has asked for yet, in milliseconds: who starts Strata waits for its first page. */
const warmAfterMs = 4000

/** Pools like others are asked for soon enough. What hinders reading them is told to whoever asks. */
function warmSoon(library: Library): void {
  setTimeout(() => library.warm().catch(() => undefined), warmAfterMs).unref()
}

/** How often what has been in the bin long enough is looked for, in milliseconds. */
const emptyEveryMs = 3_600_000

function emptyInTime(library: Library): void {
  const empty = () =>
    library.emptyBin().catch(problem => {
      if (faultCodeOf(problem) === null) console.error('Emptying the bin failed:', problem)
    })
  void empty()
  setInterval(empty, emptyEveryMs).unref()
}
