import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { findFamily, printLargeFiling } from '../fixtures/large-filings.ts'
import { type Figure, quantile, type Suite, yardstick } from './figure.ts'
import { withDealPage } from './site.ts'

const fileBytes = 30_000_000
const idleMs = 3_000
/** What a person takes for at once. */
const mostMs = 100
/** Between two requests, as readers leave it. */
const pauseMs = 5

async function timeRequest(url: string): Promise<number> {
  const start = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return performance.now() - start
}

/** How long each request took, one after another, while `goesOn` says so. */
async function timeRequests(url: string, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (goesOn() || times.length === 0) {
    times.push(await timeRequest(url))
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
  return times
}

async function timeDuringUpload(page: string, site: string, file: string): Promise<number[]> {
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

async function measure(): Promise<Figure[]> {
  return withDealPage(async ({ dealUrl, url, dataFolder }) => {
    const file = path.join(dataFolder, 'large-filing.txt')
    writeFileSync(file, printLargeFiling(findFamily('several'), fileBytes))
    for (let warm = 0; warm < 50; warm++) await timeRequest(dealUrl)
    const start = performance.now()
    const idle = await timeRequests(dealUrl, () => performance.now() - start < idleMs)
    const during = await timeDuringUpload(dealUrl, url, file)
    const p99 = quantile(during, 0.99)
    return [
      yardstick('page-p50-idle', quantile(idle, 0.5), 'ms'),
      yardstick('page-p99-idle', quantile(idle, 0.99), 'ms'),
      {
        ...yardstick('page-p50-while-30-mb-are-read', quantile(during, 0.5), 'ms'),
        ratio: quantile(during, 0.5) / quantile(idle, 0.5),
      },
      {
        name: 'page-p99-while-30-mb-are-read',
        value: p99,
        unit: 'ms',
        ratio: p99 / quantile(idle, 0.99),
        aim: `at most ${mostMs} ms`,
        met: p99 <= mostMs,
      },
      yardstick('page-requests-while-30-mb-are-read', during.length, 'requests'),
    ]
  })
}

/** How long a deal page takes while a large filing is uploaded and read beside it. */
export const stall: Suite = { name: 'stall', measure }
