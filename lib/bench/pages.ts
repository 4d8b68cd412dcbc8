import { Agent, request } from 'node:http'
import { type Figure, median, type Suite, yardstick } from './figure.ts'
import { withDealPage } from './site.ts'

const seconds = 2
const rounds = 3
/** Drawing anew is asked for one at a time: all who ask for a page at once get one drawing, and it counts for each. */
const connections = { anew: 1, kept: 8 }

/** The same page under an address that none is kept under: its first letter is written as a browser never would. */
function addressDrawnAnew(dealUrl: string): string {
  return dealUrl.replace(
    /\/deals\/(.)/,
    (_, letter: string) => `/deals/%${letter.charCodeAt(0).toString(16)}`,
  )
}

/** What a browser takes: pages are measured as people get them. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

/** What the answer's Cache-Status says. */
function get(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: browser }, answer => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(String(answer.headers['cache-status'] ?? ''))
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Requests answered a second, and what was last said of keeping. */
async function rate(url: string, clients: number): Promise<{ perSecond: number; status: string }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const start = performance.now()
  let answered = 0
  let status = ''
  const client = async () => {
    while (performance.now() - start < seconds * 1000) {
      status = await get(url, agent)
      answered++
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return { perSecond: answered / ((performance.now() - start) / 1000), status }
}

async function measure(): Promise<Figure[]> {
  return withDealPage(async ({ dealUrl }) => {
    const anewUrl = addressDrawnAnew(dealUrl)
    await rate(anewUrl, connections.anew)
    await rate(dealUrl, connections.kept)
    const rates = { kept: [] as number[], anew: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      const anew = await rate(anewUrl, connections.anew)
      if (anew.status.includes('hit')) throw new Error(`the deal page was not drawn anew but ${anew.status}`)
      rates.anew.push(anew.perSecond)
      const kept = await rate(dealUrl, connections.kept)
      if (!kept.status.includes('hit')) throw new Error(`the deal page was not a kept one but ${kept.status}`)
      rates.kept.push(kept.perSecond)
    }
    const drawing = median(rates.anew)
    const serving = median(rates.kept)
    const ratio = serving / drawing
    return [
      yardstick('deal-page-drawn-anew', drawing, 'requests/s'),
      {
        name: 'deal-page-from-cache',
        value: serving,
        unit: 'requests/s',
        ratio,
        aim: 'at least 10× drawing anew',
        met: ratio >= 10,
      },
    ]
  })
}

/** Requests a second for the deal page, kept and drawn anew. */
export const pages: Suite = { name: 'pages', measure }
