import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { trendSvg } from '../export/trend-svg.ts'
import { lookIntoLibrary } from '../library/open-library.ts'
import { answerTrend, findTrend } from '../server/trends-answer.ts'
import { type Figure, quantile, type Suite, yardstick } from './figure.ts'
import { makeLibrary } from './synthetic-library.ts'

const deals = 5000
const rounds = 40
const aimMs = 200
/** A figure of the pool, a share, a tail at an edge that is kept and one between those. */
const measures = ['waltv', 'state.CA', 'original-ltv.above.80', 'original-ltv.above.77']

async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-bench-trends-'))
  try {
    makeLibrary(folder, deals, 'synthetic')
    const library = lookIntoLibrary({
      folder,
      readerVersion: 'synthetic',
      hear: fault => console.error(fault),
    })
    const find = async (query: string) => {
      const found = await findTrend(library, new URLSearchParams(query))
      if ('code' in found) throw new Error(`The trend was refused: ${found.code}, ${found.detail}`)
      return found
    }
    const first = await time(async () => answerTrend(await find('measure=waltv')))
    const answers: number[] = []
    const pictures: number[] = []
    for (let round = 0; round < rounds; round++) {
      const query = `measure=${measures[round % measures.length]}&by=${round % 2 === 0 ? 'year' : 'month'}`
      answers.push(await time(async () => JSON.stringify(answerTrend(await find(query)))))
      if (round % 8 === 0) pictures.push(await time(async () => drawAll(await find(query))))
    }
    await library.close()
    return [
      yardstick('first-trend-of-5000-deals', first, 'ms CPU'),
      aimed('trend-of-5000-deals-p95', quantile(answers, 0.95)),
      yardstick('trend-of-5000-deals-drawn', quantile(pictures, 0.5), 'ms CPU'),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function drawAll({ figure, trend, query }: Exclude<Awaited<ReturnType<typeof findTrend>>, { code: string }>) {
  return trendSvg({ theme: 'light', figure, trend, by: query.by, of: 'All shelves', address: '' })
}

/** Milliseconds of a processor, which others on the machine do not make more of. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

function aimed(name: string, value: number): Figure {
  return { name, value, unit: 'ms CPU', ratio: null, aim: `below ${aimMs} ms`, met: value < aimMs }
}

/** How long one measure of 5,000 deals over time takes, answered as JSON from what the library keeps of each deal. */
export const trends: Suite = { name: 'trends', measure }
