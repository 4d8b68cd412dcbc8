import { mkdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { families } from '../fixtures/invented/families.ts'
import { printLargeFiling } from '../fixtures/large-filings.ts'
import { libraryFiles } from '../library/library-files.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { readFiling } from '../read-filing.ts'
import { type Figure, median, yardstick } from './figure.ts'
import { makeLibrary } from './synthetic-library.ts'

/** Deals of the libraries that are compared. */
const sizes = [1000, 10_000, 100_000]
const filingsAdded = 30
const warmUp = 5
/** The most that adding a filing may take in a large library over a small one. */
const mostOverSmall = 1.5

/** What adding a filing and listing deals take in small and large libraries, and how long the file is for each deal. */
export async function measureGrowth(folder: string, mostDeals: number): Promise<Figure[]> {
  const figures: Figure[] = []
  let small: number | null = null
  for (const deals of sizes.filter(size => size <= mostDeals)) {
    const data = path.join(folder, `growth-${deals}`)
    mkdirSync(data)
    try {
      makeLibrary(data, deals, '1')
      const bytes = statSync(libraryFiles(data)[0]).size
      const { adding, listing } = await timeLibrary(data)
      small ??= adding
      const ratio = adding / small
      figures.push(
        {
          name: nameOf('adding', deals),
          value: adding,
          unit: 'ms',
          ratio,
          aim: deals === sizes[0] ? null : `at most ${mostOverSmall}× that of ${sizes[0]} deals`,
          met: deals === sizes[0] ? null : ratio <= mostOverSmall,
        },
        yardstick(nameOf('listing', deals), listing, 'ms'),
        yardstick(nameOf('lists-take-per-deal', deals), bytes / deals / 1000, 'kB'),
      )
    } finally {
      rmSync(data, { recursive: true })
    }
  }
  return figures
}

const nameOf = (what: string, deals: number) => `import-growth-${deals / 1000}k-${what}`

async function timeLibrary(folder: string): Promise<{ adding: number; listing: number }> {
  const library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  try {
    const adding: number[] = []
    const listing: number[] = []
    for (let order = 0; order < filingsAdded; order++) {
      const [family] = families
      if (family === undefined) throw new Error('There is no layout.')
      const bytes = Buffer.from(`File ${order}\n${printLargeFiling(family, 10_000)}`)
      adding.push(await timed(() => library.keepFiling(bytes, `${order}.txt`)))
      listing.push(await timed(() => library.findDeals({ limit: 50 })))
    }
    return { adding: median(adding.slice(warmUp)), listing: median(listing.slice(warmUp)) }
  } finally {
    await library.close()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
