import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { refuse } from '../issues.ts'
import { readDealsQuery } from '../library/index.ts'
import type { Library } from '../library/library.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { withServer } from '../testing/with-strata.ts'
import { type Figure, median, quantile, type Suite, yardstick } from './figure.ts'
import { ensureBuilt, root } from './site.ts'
import { makeLibrary, presentReaderVersion } from './synthetic-library.ts'

const sizes = [10_000, 100_000]
const rounds = 8

/** What people ask: words, figures of every kind, and both, in several orders. */
const searches = [
  'q=larkfield',
  'q=trust+2002',
  'q=westhaven&sort=-balance',
  'state.CA__gt=50',
  'state.CA__gt=20&original-ltv.above.80__between=10,30',
  'original-ltv.above.77__gt=20&sort=-balance',
  'purpose.cash-out__gte=30&year=2002-2004',
  'balance__gte=225m&balance__lte=500m&sort=name',
  'current-balance.above.500000__lt=10&match=certain',
  'has=wac&sort=-wac',
  'occupancy.investor__gt=5&q=trust&match=certain,possible,unknown',
  'documentation.reduced__gt=20&trustee=First+Sierra+Bank',
]

/** More words than are kept, so that each is looked for anew: names of a few deals, of a twelfth of them, and of all. */
const manyWords = [
  'alder',
  'cascade point',
  'fernhill home loan',
  'granite arch',
  'harrow bay 2003',
  'larkfield mortgage',
  'marin coast',
  'quarry lane',
  'sable ridge funding',
  'tamalpais',
  'trust',
  'westhaven home equity',
]

/** Aims of the service on a library of 100,000 deals, in milliseconds. */
const aims = { search: 50, facets: 50, page: 150, start: 3000, near: 250 }

async function measure(): Promise<Figure[]> {
  ensureBuilt()
  const version = presentReaderVersion(root)
  const figures: Figure[] = []
  for (const deals of [0, ...sizes]) {
    const folder = mkdtempSync(path.join(tmpdir(), 'strata-many-'))
    try {
      if (deals === 0) {
        // What a start takes on this machine without a deal, beside which those with many stand.
        figures.push(yardstick('library-empty-start-to-first-page', await timeStart(folder), 'ms'))
        continue
      }
      makeLibrary(folder, deals, version)
      figures.push(
        yardstick(nameOf('first-start-to-first-page', deals), await timeStart(folder), 'ms'),
        ...(await measureCalls(folder, deals, version)),
        ...(await measurePages(folder, deals)),
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return figures
}

const nameOf = (what: string, deals: number) => `library-${deals / 1000}k-${what}`

function within(name: string, value: number, aim: number): Figure {
  return {
    name,
    value,
    unit: 'ms',
    ratio: value / aim,
    aim: `below ${aim} ms`,
    met: value < aim,
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Memory outside of the heap and in it, in megabytes, once what is not needed any more is gone. */
function memoryMb(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 2 ** 20
}

async function measureCalls(folder: string, deals: number, readerVersion: string): Promise<Figure[]> {
  const reader = writeWith(() => ({ refusal: refuse('file-is-not-a-filing') }))
  const library = openLibrary({ folder, writer: reader, readerVersion })
  try {
    const before = memoryMb()
    const first = await timed(() => library.findDeals({ limit: 1 }))
    const columns = memoryMb()
    const queries = searches.map(search => readDealsQuery(new URLSearchParams(search)).query)
    // What a figure's first question takes is a figure of its own.
    const fresh: number[] = []
    for (const query of queries) fresh.push(await timed(() => library.findDeals({ ...query, limit: 50 })))
    const all = memoryMb()
    const times: number[] = []
    for (let round = 0; round < rounds; round++)
      for (const query of queries) times.push(await timed(() => library.findDeals({ ...query, limit: 50 })))
    const words: number[] = []
    for (let round = 0; round < rounds; round++)
      for (const q of manyWords) words.push(await timed(() => library.findDeals({ q, limit: 50 })))
    return [
      yardstick(nameOf('columns-of-deals-are-read', deals), first, 'ms'),
      yardstick(nameOf('columns-of-deals-take', deals), columns - before, 'MB'),
      yardstick(nameOf('slowest-first-question-of-a-figure', deals), quantile(fresh, 1), 'ms'),
      yardstick(nameOf('columns-of-figures-take', deals), all - columns, 'MB'),
      within(nameOf('search-p95', deals), quantile(times, 0.95), aims.search),
      yardstick(nameOf('search-median', deals), median(times), 'ms'),
      within(nameOf('search-for-other-words-p95', deals), quantile(words, 0.95), aims.search),
      within(nameOf('facets-p95', deals), await facetTimes(library), aims.facets),
      yardstick(nameOf('typing-p95', deals), await typingTimes(library), 'ms'),
      yardstick(nameOf('columns-are-kept', deals), await timed(() => library.warm()), 'ms'),
      within(nameOf('nearest-deals', deals), await timed(() => nearestToFirst(library)), aims.near),
    ]
  } finally {
    await library.close()
  }
}

/** The first pass over all deals, before those that are nearest are measured table by table. */
async function nearestToFirst(library: Library): Promise<void> {
  const [first] = (await library.findDeals({ limit: 1 })).deals
  await library.findNear(first?.slug ?? '', 40)
}

async function facetTimes(library: Library): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 30; round++) times.push(await timed(() => library.findDeals({ limit: 1 })))
  return quantile(times, 0.95)
}

async function typingTimes(library: Library): Promise<number> {
  const times: number[] = []
  for (const typed of ['la', 'lark', 'larkfield', 'we', 'trust 2002', '225,000,000', '72.65', 'first s'])
    for (let round = 0; round < 4; round++) times.push(await timed(() => library.suggest(typed)))
  return quantile(times, 0.95)
}

/** How long it takes from the start of a server to the first page, where no process before kept what lists are counted in. */
async function timeStart(folder: string): Promise<number> {
  const start = performance.now()
  return await withServer(folder, async ({ url }) => {
    await (await fetch(url)).arrayBuffer()
    return performance.now() - start
  })
}

/** The list page as people get it: how long its first byte takes, and from the start of the server on. */
async function measurePages(folder: string, deals: number): Promise<Figure[]> {
  const start = performance.now()
  return withServer(folder, async ({ url }) => {
    const firstByte = async (address: string) => {
      const asked = performance.now()
      const answer = await fetch(url + address)
      const took = performance.now() - asked
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
      return took
    }
    await firstByte('/')
    const started = performance.now() - start
    const pages = ['/', '/?sort=-balance', '/?state.CA__gt=50', '/?q=larkfield']
    for (const page of pages) await firstByte(page)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) for (const page of pages) times.push(await firstByte(page))
    return [
      within(nameOf('start-to-first-page', deals), started, aims.start),
      within(nameOf('list-page-median', deals), median(times), aims.page),
      yardstick(nameOf('list-page-p95', deals), quantile(times, 0.95), 'ms'),
    ]
  })
}

/** Search, facets and pages of libraries of ten and a hundred thousand deals, made for it and taken away. */
export const library: Suite = { name: 'library', measure }
