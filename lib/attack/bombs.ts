import { type Figure, yardstick } from '../bench/figure.ts'
import { type Acknowledged, acknowledgedBy, findLost } from './acknowledged.ts'
import { ask, jsonOf } from './ask.ts'
import { type Bomb, bombs } from './bomb-files.ts'
import { type FilingPrinter, filingPrinter } from './invented-filing.ts'
import { pause } from './pause.ts'
import { report } from './progress.ts'
import { atMost, noneOf, type Plan, type Scenario } from './scenario.ts'
import { memoryOf, type Server, startServer, withFolder } from './server.ts'
import { newTimings, type Timings } from './timings.ts'
import { upload } from './upload.ts'

/** Quick bombs are this share of the full ones. */
const quickShare = 0.08
const mostPageBytes = 3_000_000
/** An upload up to here answers like any other; the time of a larger one is its own. */
const smallBytes = 1_000_000
const mostUploadMs = 180_000
/** A normal upload beside one that is read waits no longer. */
const besideMs = 2000
const pauseMs = 50

type Tally = {
  ended: string[]
  wrong: string[]
  largest: { bytes: number; of: string }
  peakBytes: number
  added: (Acknowledged & { name: string })[]
  refused: number
  slow: string[]
}

/** What is asked of a deal, and whether it is a page with a bound on its size. */
const views: readonly { path: (deal: string) => string; isPage: boolean }[] = [
  { path: deal => deal, isPage: true },
  { path: deal => `${deal}/ledger`, isPage: true },
  { path: deal => `${deal}/source`, isPage: true },
  { path: () => '/', isPage: true },
  { path: deal => `/api${deal}`, isPage: false },
  { path: deal => `/api${deal}.json`, isPage: false },
  { path: deal => `/api${deal}.xlsx`, isPage: false },
  { path: deal => `${deal}/opengraph-image`, isPage: false },
]

/** The last part of an address that says what it is of; none for the deal itself. */
const kindOf = (path: string) => (path.startsWith('/api/') ? 'api-of-bomb' : 'page-of-bomb')

/** Ask for all that a deal has: each is answered, its pages small, and no answer is a failure. */
async function lookAt(server: Server, name: string, deal: string, timings: Timings, tally: Tally) {
  for (const { path, isPage } of views) {
    if (server.hasEndedByItself()) return
    const asked = path(deal)
    const answer = await ask(`${server.url}${asked}`)
    // An export may say that it is too large for its form; a page says so with a page.
    const isRight = answer.status === 200 || (!isPage && [413, 422].includes(answer.status))
    timings.add(kindOf(asked), answer, isRight)
    if (!isRight) tally.wrong.push(`${name}: ${asked} answered ${answer.status} ${answer.fault ?? ''}`)
    if (answer.ms > 5000) tally.slow.push(`${name}: ${asked} took ${Math.round(answer.ms)} ms`)
    if (isPage && answer.body.length > tally.largest.bytes)
      tally.largest = { bytes: answer.body.length, of: `${name}: ${asked}` }
    if (isPage && answer.body.length > mostPageBytes)
      tally.slow.push(`${name}: ${asked} has ${Math.round(answer.body.length / 1e6)} MB`)
  }
  const csv = await firstTableCsv(server, deal)
  if (csv === null) return
  const answer = await ask(`${server.url}${csv}`)
  timings.add('api-of-bomb', answer, answer.status === 200)
  if (answer.status !== 200) tally.wrong.push(`${name}: ${csv} answered ${answer.status}`)
}

async function firstTableCsv(server: Server, deal: string): Promise<string | null> {
  const told = jsonOf(await ask(`${server.url}/api${deal}?part=1`)) as {
    report?: { stratifications?: { id: string }[] }
  } | null
  const id = told?.report?.stratifications?.[0]?.id
  return id === undefined ? null : `/api${deal}/stratifications/${encodeURIComponent(id)}.csv`
}

/** Uploads and page views of somebody else, until `isOver`. */
async function goOnBeside(server: Server, printer: FilingPrinter, timings: Timings, isOver: () => boolean) {
  while (!isOver() && !server.hasEndedByItself()) {
    const file = printer.print(9)
    const added = await upload(server.url, [file])
    timings.add('upload-beside', added, acknowledgedBy(added, [file]).length === 1)
    const page = await ask(`${server.url}/`)
    timings.add('page-beside', page, page.status === 200)
    await pause(pauseMs)
  }
}

async function drop(
  server: Server,
  bomb: Bomb,
  plan: Plan,
  printer: FilingPrinter,
  timings: Timings,
  tally: Tally,
) {
  const bytes = bomb.make(Math.ceil(bomb.size * (plan.isQuick ? quickShare : 1)))
  const file = { name: bomb.name, bytes }
  let isOver = false
  const beside = goOnBeside(server, printer, timings, () => isOver)
  const answer = await upload(server.url, [file], { mostMs: mostUploadMs })
  isOver = true
  await beside
  const isSmall = bytes.length <= smallBytes && !bomb.isLargeInside
  const isAnswered = answer.files !== null && [200, 201, 422].includes(answer.status)
  timings.add(isSmall ? 'upload-of-small-bomb' : 'upload-of-large-bomb', answer, isAnswered)
  if (isSmall && answer.ms > 5000)
    tally.slow.push(`${bomb.name}: ${bytes.length} bytes took ${Math.round(answer.ms)} ms to be answered`)
  if (!isAnswered)
    tally.wrong.push(`${bomb.name}: the upload answered ${answer.status} ${answer.fault ?? ''}`)
  const kept = (answer.files ?? []).flatMap(({ deal }) => (deal ? [deal.url] : []))
  if (kept.length === 0) tally.refused++
  for (const filing of bomb.isArchive ? [] : acknowledgedBy(answer, [file]))
    tally.added.push({ ...filing, name: bomb.name })
  for (const deal of [...new Set(kept)].slice(0, 2)) await lookAt(server, bomb.name, deal, timings, tally)
  tally.peakBytes = Math.max(tally.peakBytes, memoryOf(server.pid)?.peak ?? 0)
}

async function attack(plan: Plan): Promise<Figure[]> {
  return await withFolder(async folder => {
    const timings = newTimings()
    const again = newTimings()
    const printer = filingPrinter(plan.seed)
    const tally: Tally = {
      ended: [],
      wrong: [],
      largest: { bytes: 0, of: '' },
      peakBytes: 0,
      added: [],
      refused: 0,
      slow: [],
    }
    let server = await startServer(folder)
    const reviveAfter = async (what: string) => {
      if (!server.hasEndedByItself()) return
      tally.ended.push(what)
      report(`bombs: ${what} ended the server:\n${server.log().slice(-600)}`)
      server = await startServer(folder)
    }
    for (const bomb of bombs) {
      report(`bombs: ${bomb.name}…`)
      await drop(server, bomb, plan, printer, timings, tally)
      await reviveAfter(bomb.name)
    }
    const atLast = memoryOf(server.pid)?.now ?? Number.NaN
    await server.stop()

    server = await startServer(folder)
    for (const { name, dealUrl } of tally.added) {
      await lookAt(server, `${name}, restarted`, dealUrl, again, tally)
      await reviveAfter(`${name}, restarted`)
    }
    const lost = await findLost(server.url, tally.added)
    await server.stop()
    for (const words of [...tally.wrong, ...tally.slow, ...lost]) report(`bombs: ${words}`)
    return [
      yardstick('bombs', bombs.length, 'files'),
      yardstick('bombs-added', tally.added.length, 'files'),
      yardstick('bombs-refused', tally.refused, 'files'),
      noneOf('bombs-lost', lost.length, 'filings'),
      atMost('bombs-largest-page', tally.largest.bytes / 1e6, mostPageBytes / 1e6, 'MB'),
      ...timings.figures('bombs', {
        slowestOf: { 'upload-beside': besideMs, 'upload-of-large-bomb': mostUploadMs },
      }),
      ...again.figures('bombs-restarted'),
      yardstick('bombs-memory-peak', tally.peakBytes / 1e6, 'MB'),
      yardstick('bombs-memory-at-last', atLast / 1e6, 'MB'),
      noneOf('bombs-ended-the-server', tally.ended.length, 'times'),
    ]
  })
}

/** Files made to be wide, deep, long or large once opened: none ends the server, its pages are small, nobody waits. */
export const bombsScenario: Scenario = { name: 'bombs', attack }
