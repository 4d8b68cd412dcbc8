import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import path from 'node:path'
import { type Figure, median, type Suite, yardstick } from './figure.ts'
import { root, withDealPage } from './site.ts'

const seconds = 2
const rounds = 3
/** Drawing anew is asked for one at a time: Next draws one page for all who ask for it at once, and counts it for each. */
const connections = { anew: 1, cached: 8 }

/** The header by which Next draws a cached page anew on request, as revalidation does. */
function renderAnew(): Record<string, string> {
  const file = path.join(root, process.env.STRATA_DIST ?? '.next', 'prerender-manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { preview: { previewModeId: string } }
  return { 'x-prerender-revalidate': manifest.preview.previewModeId }
}

/** What a browser takes: pages are measured as people get them. */
const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

function get(url: string, agent: Agent, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers: { ...browser, ...headers } }, answer => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(String(answer.headers['x-nextjs-cache']))
          : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** Requests answered a second, and what the cache said of the last one. */
async function rate(
  url: string,
  clients: number,
  headers: Record<string, string> = {},
): Promise<{ perSecond: number; cache: string }> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const start = performance.now()
  let answered = 0
  let cache = ''
  const client = async () => {
    while (performance.now() - start < seconds * 1000) {
      cache = await get(url, agent, headers)
      answered++
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return { perSecond: answered / ((performance.now() - start) / 1000), cache }
}

async function measure(): Promise<Figure[]> {
  return withDealPage(async ({ dealUrl }) => {
    const anew = renderAnew()
    await rate(dealUrl, connections.anew, anew)
    await rate(dealUrl, connections.cached)
    const rates = { cached: [] as number[], anew: [] as number[] }
    for (let round = 0; round < rounds; round++) {
      rates.anew.push((await rate(dealUrl, connections.anew, anew)).perSecond)
      const cached = await rate(dealUrl, connections.cached)
      if (cached.cache !== 'HIT')
        throw new Error(`the deal page was not served from the cache but ${cached.cache}`)
      rates.cached.push(cached.perSecond)
    }
    const drawing = median(rates.anew)
    const serving = median(rates.cached)
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

/** Requests a second for the deal page, from the cache and drawn anew. */
export const pages: Suite = { name: 'pages', measure }
