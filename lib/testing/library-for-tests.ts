import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Library, Reader } from '../library/library.ts'
import type { LibraryPlace } from '../library/library-files.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { readFiling } from '../read-filing.ts'
import { placeForTests, removePlace } from './library-place.ts'

const root = path.join(import.meta.dirname, '../..')

/** A library of tests, open while the tests of a file run. */
export type LibraryForTests = { readonly library: Library }

/**
 * An empty library for the tests of a file, which is also the one that calls of the service find; `fill` puts into it what
 * they look at.
 */
export function libraryForTests(
  fill: (library: Library) => Promise<unknown> = async () => undefined,
  reader: Reader = readFiling,
): LibraryForTests {
  let place: LibraryPlace | null = null
  let library: Library | null = null
  beforeAll(async () => {
    place = await placeForTests()
    library = openLibrary({ ...place, writer: writeWith(reader), readerVersion: '1' })
    Object.assign(globalThis, { [Symbol.for('strata.library')]: Promise.resolve(library) })
    await fill(library)
  })
  afterAll(async () => {
    await library?.close()
    if (place !== null) await removePlace(place)
  })
  return {
    get library() {
      if (library === null) throw new Error('The library is open only while tests run.')
      return library
    },
  }
}

/** Keep files of the project, by their paths in it. */
export async function keepFiles(library: Library, files: readonly string[]): Promise<void> {
  for (const file of files) await library.keepFiling(readFileSync(path.join(root, file)), path.basename(file))
}

/** The sample filings, and the deals that they are of. */
export const sampleDeals = {
  harborPoint: {
    file: 'public/samples/harbor-point-2001-4-8k.txt',
    slug: 'harbor-point-mortgage-trust-2001-4',
  },
  tidewater: {
    file: 'public/samples/tidewater-2004-3-8k.txt',
    slug: 'tidewater-home-equity-trust-2004-3',
  },
  alderRidge: {
    file: 'public/samples/alder-ridge-2003-9-8k.txt',
    slug: 'alder-ridge-loan-trust-2003-b2',
  },
} as const
