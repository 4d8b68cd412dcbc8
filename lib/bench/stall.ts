import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { findFamily, printLargeFiling } from '../fixtures/large-filings.ts'
import { type Figure, quantile, type Suite, yardstick } from './figure.ts'
import { printRemittance } from './large-files.ts'
import { withDealPage } from './site.ts'

const fileBytes = 30_000_000
/** What is uploaded: a servicer's report, as the largest filings are, and one pool table after another, which none is. */
const files: Record<string, () => string | Uint8Array> = {
  '30-mb-of-statements-are-read': () => printRemittance(fileBytes),
  '30-mb-of-pool-tables-are-read': () => printLargeFiling(findFamily('several'), fileBytes),
}
const idleMs = 3_000
/** What a person takes for at once. */
const mostMs = 100
/** Between two requests, as readers leave it. */
const pauseMs = 5

/** How long a request took, and whether it was answered: a server that does nothing for long lets connections go. */
type Timed = { ms: number; isAnswered: boolean }

async function timeRequest(url: string): Promise<Timed> {
  const start = performance.now()
  const isAnswered = await fetch(url).then(
    async answer => (await answer.arrayBuffer()).byteLength > 0 && answer.status === 200,
    () => false,
  )
  return { ms: performance.now() - start, isAnswered }
}

/** How long each request took, one after another, while `goesOn` says so. */
async function timeRequests(url: string, goesOn: () => boolean): Promise<Timed[]> {
  const times: Timed[] = []
  while (goesOn() || times.length === 0) {
    times.push(await timeRequest(url))
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
  return times
}

async function timeDuringUpload(page: string, site: string, file: string): Promise<Timed[]> {
  const script = path.join(import.meta.dirname, 'upload-file.ts')
  const upload = spawn(process.execPath, [script, site, file], { stdio: ['ignore', 'ignore', 'inherit'] })
  let isOver = false
  const ended = once(upload, 'exit').then(([code]) => {
    isOver = true
    return code as number | null
  })
  const times = await timeRequests(page, () => !isOver)
  if ((await ended) !== 0) throw new Error('the large filing was not kept')
  return times
}

function compareTimes(what: string, idle: readonly Timed[], during: readonly Timed[]): Figure[] {
  const at = (times: readonly Timed[], share: number) =>
    quantile(
      times.map(({ ms }) => ms),
      share,
    )
  const p99 = at(during, 0.99)
  return [
    { ...yardstick(`page-p50-while-${what}`, at(during, 0.5), 'ms'), ratio: at(during, 0.5) / at(idle, 0.5) },
    {
      name: `page-p99-while-${what}`,
      value: p99,
      unit: 'ms',
      ratio: p99 / at(idle, 0.99),
      aim: `at most ${mostMs} ms`,
      met: p99 <= mostMs,
    },
    yardstick(`page-slowest-while-${what}`, at(during, 1), 'ms'),
    {
      ...yardstick(
        `page-unanswered-while-${what}`,
        during.filter(({ isAnswered }) => !isAnswered).length,
        'requests',
      ),
      ratio: during.filter(({ isAnswered }) => !isAnswered).length / during.length,
    },
  ]
}

async function measure(): Promise<Figure[]> {
  return withDealPage(async ({ dealUrl, url, dataFolder }) => {
    for (let warm = 0; warm < 50; warm++) await timeRequest(dealUrl)
    const start = performance.now()
    const idle = await timeRequests(dealUrl, () => performance.now() - start < idleMs)
    const figures = [0.5, 0.99].map(share =>
      yardstick(
        `page-p${share * 100}-idle`,
        quantile(
          idle.map(({ ms }) => ms),
          share,
        ),
        'ms',
      ),
    )
    for (const [what, print] of Object.entries(files)) {
      const file = path.join(dataFolder, `${what}.txt`)
      writeFileSync(file, print())
      figures.push(...compareTimes(what, idle, await timeDuringUpload(dealUrl, url, file)))
    }
    return figures
  })
}

/** How long a deal page takes while a large filing is uploaded and read beside it. */
export const stall: Suite = { name: 'stall', measure }
