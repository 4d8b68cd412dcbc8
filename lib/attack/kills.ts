import { type Figure, yardstick } from '../bench/figure.ts'
import { type Acknowledged, acknowledgedBy, findLost } from './acknowledged.ts'
import { type FilingPrinter, filingPrinter } from './invented-filing.ts'
import { countHalfKept, findDamage } from './look-inside.ts'
import { pause, untilFound } from './pause.ts'
import { report } from './progress.ts'
import { type Random, randomOf } from './random.ts'
import { atLeast, noneOf, type Plan, type Scenario } from './scenario.ts'
import { memoryOf, type Server, startServer, withFolder } from './server.ts'
import { upload } from './upload.ts'

const kills = { quick: 5, full: 1000 }
/** Whatever is left of the kills by then is not done, and the figure says so. */
const longestMs = 3 * 3_600_000
/** A new library after so many kills, so that looking through all of it stays affordable. */
const killsPerLibrary = 50
/** Libraries under attack at once: while one server starts on its one thread, the other reads. */
const librariesAtOnce = 2
/** Every so many kills all that was ever acknowledged is looked at, pages and all, not only what came since the last. */
const wholeEvery = 25
const clients = 4
const dealsOfLibrary = 60
/**
 * Kills come after up to so many filings were acknowledged and another moment: before anything, while threads load the
 * reader (it takes a second), in the midst of reading and of writing. Counted in filings, for a busy machine takes longer.
 */
const mostAcknowledgedBefore = 12
const longestMomentMs = 400
const acknowledgedWithinMs = 30_000
const longestPauseMs = 80
const mostFilesOfForm = 3

type Tally = {
  acknowledged: number
  lost: string[]
  halfKept: number
  damage: string[]
  endedByItself: number
  restartMs: number[]
  peakBytes: number
  cut: number
}

/** Upload one form after another until the server is gone, and remember what it acknowledged. */
async function uploadUntilGone(
  server: Server,
  printer: FilingPrinter,
  random: Random,
  goesOn: () => boolean,
  kept: Acknowledged[],
): Promise<number> {
  let cut = 0
  while (goesOn()) {
    const files = Array.from({ length: random.between(1, mostFilesOfForm) }, () =>
      printer.print(random.between(0, dealsOfLibrary - 1)),
    )
    const answer = await upload(server.url, files)
    kept.push(...acknowledgedBy(answer, files))
    if (answer.status === 0) cut++
    await pause(random.between(0, longestPauseMs))
  }
  return cut
}

/** Start, upload, kill without warning at a random moment: what was acknowledged by then. */
async function liveAndDie(
  server: Server,
  printer: FilingPrinter,
  random: Random,
  tally: Tally,
): Promise<Acknowledged[]> {
  const kept: Acknowledged[] = []
  let goesOn = true
  const uploading = Array.from({ length: clients }, () =>
    uploadUntilGone(server, printer, random, () => goesOn, kept),
  )
  const enough = random.between(0, mostAcknowledgedBefore)
  await untilFound(() => (kept.length >= enough ? true : null), acknowledgedWithinMs, 2)
  await pause(random.fraction() * longestMomentMs)
  tally.peakBytes = Math.max(tally.peakBytes, memoryOf(server.pid)?.peak ?? 0)
  if (server.hasEndedByItself()) tally.endedByItself++
  goesOn = false
  await server.kill()
  for (const cut of await Promise.all(uploading)) tally.cut += cut
  tally.acknowledged += kept.length
  return kept
}

async function startTimed(folder: string, tally: Tally): Promise<Server> {
  const start = performance.now()
  const server = await startServer(folder)
  tally.restartMs.push(performance.now() - start)
  return server
}

/** Kill a server of one library again and again, and look after every restart at what it had acknowledged. */
async function killOften(count: number, random: Random, printer: FilingPrinter, tally: Tally): Promise<void> {
  await withFolder(async folder => {
    const all: Acknowledged[] = []
    let fresh: Acknowledged[] = []
    for (let kill = 0; kill <= count; kill++) {
      const server = await startTimed(folder, tally)
      const isWhole = kill % wholeEvery === 0 || kill === count
      tally.lost.push(...(await findLost(server.url, isWhole ? all : fresh, isWhole ? 'page' : 'api')))
      tally.halfKept += countHalfKept(folder)
      tally.damage.push(...findDamage(folder, isWhole))
      if (kill === count) return await server.stop()
      fresh = await liveAndDie(server, printer, random, tally)
      all.push(...fresh)
    }
  })
}

async function attack(plan: Plan): Promise<Figure[]> {
  const most = plan.kills ?? (plan.isQuick ? kills.quick : kills.full)
  const printer = filingPrinter(plan.seed)
  const tally: Tally = {
    acknowledged: 0,
    lost: [],
    halfKept: 0,
    damage: [],
    endedByItself: 0,
    restartMs: [],
    peakBytes: 0,
    cut: 0,
  }
  const start = performance.now()
  let [begun, done] = [0, 0]
  async function killLibraries(random: Random): Promise<void> {
    while (begun < most && performance.now() - start < longestMs) {
      const now = Math.min(killsPerLibrary, most - begun)
      begun += now
      await killOften(now, random, printer, tally)
      done += now
      report(`kills: ${done} of ${most}, ${tally.acknowledged} acknowledged, ${tally.lost.length} lost`)
    }
  }
  const seeds = Array.from({ length: librariesAtOnce }, () => plan.random.between(0, 2 ** 31 - 1))
  await Promise.all(seeds.map(seed => killLibraries(randomOf(seed))))
  for (const loss of [...tally.lost, ...tally.damage]) report(`kills: ${loss}`)
  return [
    atLeast('kills', done, most, 'kills'),
    atLeast('kills-acknowledged', tally.acknowledged, done, 'filings'),
    yardstick('kills-uploads-cut-off', tally.cut, 'uploads'),
    noneOf('kills-lost', tally.lost.length, 'filings'),
    noneOf('kills-kept-in-part', tally.halfKept, 'filings'),
    noneOf('kills-database-damage', tally.damage.length, 'messages'),
    noneOf('kills-ended-by-itself', tally.endedByItself, 'times'),
    yardstick('kills-restart-slowest', Math.max(...tally.restartMs), 'ms'),
    yardstick('kills-memory-peak', tally.peakBytes / 1e6, 'MB'),
  ]
}

/** SIGKILL at random moments while files are uploaded: nothing acknowledged may be lost, nothing kept in part. */
export const killsScenario: Scenario = { name: 'kills', attack }
