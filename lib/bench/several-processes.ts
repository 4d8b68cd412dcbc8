import { withServer } from '../testing/with-strata.ts'
import { type Figure, quantile, yardstick } from './figure.ts'

/** Processes that serve one library, browsers that ask them in turn without a pause, and for how long, in milliseconds. */
const counts = [1, 2, 3]
const browsers = 16
const roundMs = 10_000
const warmUpMs = 3000
/** Deals whose pages are asked for, beside the list. */
const deals = 40

/** Pages a second and their slowest hundredth, with one, two and three processes on one library. */
export async function measureProcesses(
  engine: 'sqlite' | 'postgres',
  place: Record<string, string>,
): Promise<Figure[]> {
  const figures: Figure[] = []
  let alone: number | null = null
  for (const count of counts) {
    const { rate, p99 } = await withProcesses(count, place, [], askAll)
    const name = `import-pages-${engine}-${count}-${count === 1 ? 'process' : 'processes'}`
    alone ??= rate
    figures.push(
      { ...yardstick(name, rate, 'pages/s'), ratio: rate / alone },
      yardstick(`${name}-p99`, p99, 'ms'),
    )
  }
  return figures
}

/** Start so many processes on the library, and take them away again. */
async function withProcesses<T>(
  count: number,
  place: Record<string, string>,
  urls: string[],
  use: (urls: readonly string[]) => Promise<T>,
): Promise<T> {
  if (urls.length === count) return await use(urls)
  return await withServer(
    place.STRATA_DATA ?? '',
    ({ url }) => withProcesses(count, place, [...urls, url], use),
    place,
  )
}

async function askAll(urls: readonly string[]): Promise<{ rate: number; p99: number }> {
  const answer = await fetch(`${urls[0]}/api/deals?limit=${deals}`)
  const { deals: listed } = (await answer.json()) as { deals: { url: string }[] }
  const pages = ['/', ...listed.map(({ url }) => url)]
  await askFor(warmUpMs, urls, pages)
  const times = await askFor(roundMs, urls, pages)
  return { rate: times.length / (roundMs / 1000), p99: quantile(times, 0.99) }
}

/** Ask for pages, as many at once as there are browsers, for some time; gives how long each took. */
async function askFor(ms: number, urls: readonly string[], pages: readonly string[]): Promise<number[]> {
  const until = performance.now() + ms
  const times: number[] = []
  let asked = 0
  await Promise.all(
    Array.from({ length: browsers }, async () => {
      while (performance.now() < until) {
        const order = asked++
        const url = `${urls[order % urls.length]}${pages[order % pages.length]}`
        const startedAt = performance.now()
        const answer = await fetch(url)
        await answer.arrayBuffer()
        if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
        times.push(performance.now() - startedAt)
      }
    }),
  )
  return times
}
