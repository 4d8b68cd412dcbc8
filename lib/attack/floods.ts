import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Figure, yardstick } from '../bench/figure.ts'
import { type Acknowledged, acknowledgedBy, findLost, wholeDeal } from './acknowledged.ts'
import { ask, keptConnections } from './ask.ts'
import { type FilingPrinter, filingPrinter } from './invented-filing.ts'
import { pause } from './pause.ts'
import { type ProcessorTime, processorTimeOf } from './processor-time.ts'
import { report } from './progress.ts'
import type { Random } from './random.ts'
import { atLeast, noneOf, type Plan, type Scenario } from './scenario.ts'
import { type Server, withServer } from './server.ts'
import { newTimings, type Timings } from './timings.ts'
import { upload } from './upload.ts'
import { growthOf, watchMemory } from './watch-memory.ts'

const durationMs = { quick: 12_000, full: 600_000 }
const idleMs = { quick: 2000, full: 5000 }
const uploading = 10
const reading = 20
/** Deals that are there before and that nobody adds to: their pages stay as they are. */
const steadyDeals = 12
/** Deals that are uploaded to: their pages change all the time. */
const hotDeals = 12
/** So many uploads, and the oldest of the hot deals makes way for a new one: a deal has some ten filings, as deals may. */
const uploadsOfDeal = 10
/** A deal's first filing has so many tables; later ones have a few. */
const tablesOfFirst = 12
/** Readers leave so much between two requests, in milliseconds. */
const readerPauseMs = 5
/** A deal's page is answered faster than this, whatever else goes on and whether it has just changed. */
const mostP99Ms = { 'deal-page': 1000, 'changed-deal-page': 1000, 'newest-deal-page': 1000 }
/** What counts as flat: caches that fill to their bounds and the library's own growth stay below it. */
const mostGrowth = 3
/** Of a shorter flood memory's growth is not judged. */
const leastToJudgeMs = 300_000
/** Of what was acknowledged so many filings are looked at in the end; the first, the last, and others evenly. */
const lookedAt = 400

const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** What is there to be read: deals that nobody adds to, and the latest filings of the hot deals, the newest last. */
type Shelf = { steady: readonly Acknowledged[]; hot: readonly Acknowledged[] }
/** What readers ask for, by kind: how often of all, and the address. */
type Kind = { name: string; weight: number; path: (shelf: Shelf, random: Random) => string }
const kinds: readonly [Kind, ...Kind[]] = [
  { name: 'deal-page', weight: 5, path: ({ steady }, random) => dealUrl(steady, random) },
  { name: 'changed-deal-page', weight: 2, path: ({ hot }, random) => dealUrl(hot, random) },
  { name: 'newest-deal-page', weight: 1, path: ({ hot }) => hot.at(-1)?.dealUrl ?? '/' },
  { name: 'library-page', weight: 1, path: () => '/' },
  { name: 'library-search', weight: 1, path: (_, random) => `/?q=${random.oneOf(searches)}` },
  { name: 'api-deals', weight: 1, path: () => '/api/deals?limit=20' },
  { name: 'api-deal', weight: 1, path: ({ steady }, random) => `/api${dealUrl(steady, random)}` },
  { name: 'source-page', weight: 1, path: ({ hot }, random) => `${wholeDeal(dealUrl(hot, random))}/source` },
  { name: 'health', weight: 1, path: () => '/api/health' },
]
const searches = ['fernhill', 'cobble', 'trust 2003', 'saltmarsh'] as const

function dealUrl(filings: readonly Acknowledged[], random: Random): string {
  return filings[random.between(0, filings.length - 1)]?.dealUrl ?? '/'
}

/** Every kind as often as its weight. */
const kindsByWeight = kinds.flatMap(kind => Array.from({ length: kind.weight }, () => kind))

function kindAtRandom(random: Random): Kind {
  return kindsByWeight[random.between(0, kindsByWeight.length - 1)] ?? kinds[0]
}

async function read(server: Server, shelf: Shelf, random: Random, timings: Timings, goesOn: () => boolean) {
  const agent = keptConnections(1)
  while (goesOn()) {
    const { name, path } = kindAtRandom(random)
    const answer = await ask(`${server.url}${path(shelf, random)}`, { agent, headers: browser })
    timings.add(name, answer, answer.status === 200)
    await pause(readerPauseMs)
  }
  agent.destroy()
}

type Uploads = { printer: FilingPrinter; random: Random; sent: number; acknowledged: Acknowledged[] }

/** The next filing: of a hot deal, or the first of a new one. */
function nextFiling(uploads: Uploads) {
  const oldest = steadyDeals + Math.floor(uploads.sent / uploadsOfDeal)
  const isFirst = uploads.sent % uploadsOfDeal === 0
  const deal = oldest + (isFirst ? hotDeals : uploads.random.between(0, hotDeals - 1))
  uploads.sent++
  return uploads.printer.print(deal, isFirst ? tablesOfFirst : undefined)
}

async function uploadOn(
  server: Server,
  shelf: Shelf,
  timings: Timings,
  uploads: Uploads,
  goesOn: () => boolean,
) {
  const agent = keptConnections(1)
  while (goesOn()) {
    const file = nextFiling(uploads)
    const answer = await upload(server.url, [file], { agent })
    const kept = acknowledgedBy(answer, [file])
    timings.add('upload', answer, kept.length === 1)
    uploads.acknowledged.push(...kept)
    shelf.hot = [...shelf.hot, ...kept].slice(-hotDeals * 2)
  }
  agent.destroy()
}

function durationOf({ minutes, isQuick }: Plan): number {
  if (minutes !== null) return minutes * 60_000
  return isQuick ? durationMs.quick : durationMs.full
}

/** Some of a list, evenly from its first to its last. */
function evenly<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, (all.length - 1) / Math.max(1, most - 1))
  return all.filter((_, order) => Math.floor(order / step) > Math.floor((order - 1) / step) || order === 0)
}

async function addDeals(server: Server, printer: FilingPrinter, first: number, count: number) {
  const kept: Acknowledged[] = []
  for (let deal = first; deal < first + count; deal++) {
    const file = printer.print(deal, tablesOfFirst)
    kept.push(...acknowledgedBy(await upload(server.url, [file]), [file]))
  }
  // Drawn once before the flood: what is asked for then is whether pages stay quick, not how long a first one takes.
  for (const { dealUrl: page } of kept) await ask(`${server.url}${page}`)
  if (kept.length < count) throw new Error('the deals to read from could not be added')
  return kept
}

function flood(plan: Plan): Promise<Figure[]> {
  return withServer(async server => {
    const printer = filingPrinter(plan.seed)
    const steady = await addDeals(server, printer, 0, steadyDeals)
    const hot = await addDeals(server, printer, steadyDeals, hotDeals)
    const shelf: Shelf = { steady, hot }
    const { random } = plan

    const idle = newTimings()
    const idleEnd = performance.now() + (plan.isQuick ? idleMs.quick : idleMs.full)
    await read(server, shelf, random, idle, () => performance.now() < idleEnd)

    const timings = newTimings()
    const uploads: Uploads = { printer, random, sent: 0, acknowledged: [...steady, ...hot] }
    const memory = watchMemory(server)
    const processorBefore = processorTimeOf(server.pid)
    const own = monitorEventLoopDelay({ resolution: 5 })
    own.enable()
    const start = performance.now()
    const duration = durationOf(plan)
    const goesOn = () => performance.now() - start < duration && !server.hasEndedByItself()
    await Promise.all([
      ...Array.from({ length: uploading }, () => uploadOn(server, shelf, timings, uploads, goesOn)),
      ...Array.from({ length: reading }, () => read(server, shelf, random, timings, goesOn)),
    ])
    own.disable()
    const seconds = (performance.now() - start) / 1000
    const processor = processorFigures(processorBefore, processorTimeOf(server.pid), timings.total(), seconds)
    const remembered = memory.end('floods')
    const growth = growthOf(memory.points)
    const hasEnded = server.hasEndedByItself()
    const checked = evenly(uploads.acknowledged, lookedAt)
    const lost = hasEnded ? [] : await findLost(server.url, checked)
    for (const words of [...lost, ...timings.wrong]) report(`floods: ${words}`)
    if (hasEnded) report(`floods: the server ended (${server.howItEnded()}):\n${server.log().slice(-2000)}`)
    return [
      atLeast('floods-acknowledged', uploads.acknowledged.length, steadyDeals + hotDeals + 1, 'filings'),
      yardstick('floods-looked-at', checked.length, 'filings'),
      noneOf('floods-lost', lost.length, 'filings'),
      yardstick('floods-uploads-a-second', timings.count('upload') / seconds, 'uploads/s'),
      yardstick('floods-deal-pages-a-second', timings.count('deal-page') / seconds, 'pages/s'),
      ...timings.figures('floods', { baseline: idle, mostP99Ms }),
      ...processor,
      yardstick('floods-own-delay-p99', own.percentile(99) / 1e6, 'ms'),
      ...remembered,
      ...growthFigures(growth, duration < leastToJudgeMs),
      noneOf('floods-ended-by-itself', hasEnded ? 1 : 0, 'times'),
    ]
  })
}

/** What an answer takes of the processors, and how busy the main thread is: these hold on a machine that others use too. */
function processorFigures(
  before: ProcessorTime | null,
  after: ProcessorTime | null,
  answers: number,
  seconds: number,
): Figure[] {
  if (before === null || after === null) return []
  const [all, main] = [after.process - before.process, after.mainThread - before.mainThread]
  return [
    yardstick('floods-answers', answers, 'answers'),
    yardstick('floods-processor-time-of-answer', all / answers, 'ms'),
    yardstick('floods-main-thread-time-of-answer', main / answers, 'ms'),
    yardstick('floods-main-thread-busy', (main / 1000 / seconds) * 100, '% of a processor'),
  ]
}

/** A short flood is over before caches are full: its growth is shown, and proves nothing. */
function growthFigures(growth: number | null, isShort: boolean): Figure[] {
  if (growth === null) return []
  const figure = yardstick('floods-memory-growth', growth, 'MB/min')
  if (isShort) return [figure]
  return [
    {
      ...figure,
      aim: `at most ${mostGrowth} MB/min, the line through the last two thirds`,
      met: growth <= mostGrowth,
    },
  ]
}

/** Ten clients that upload and twenty that read, for ten minutes. */
export const floodsScenario: Scenario = { name: 'floods', attack: flood }
