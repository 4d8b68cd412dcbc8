import { type Figure, yardstick } from '../bench/figure.ts'
import { type Acknowledged, acknowledgedBy, findLost } from './acknowledged.ts'
import { ask } from './ask.ts'
import { filingPrinter, type InventedFiling } from './invented-filing.ts'
import { untilFound } from './pause.ts'
import { report } from './progress.ts'
import { noneOf, type Plan, type Scenario } from './scenario.ts'
import { type Server, startServer, withFolder } from './server.ts'
import { newTimings } from './timings.ts'
import { upload } from './upload.ts'
import { watchMemory } from './watch-memory.ts'

const rounds = { quick: 6, full: 100 }
/** Tables of the second filing of a deal: more than the first has, so that its page must change. */
const tables = { first: 1, second: 6 }
/** An addition is seen at once: by the next request. What shows within this is told apart from what never does. */
const lateWithinMs = 2000

/** True when a deal's page of this server shows this filing, which is the one with most tables. */
async function shows(server: Server, { dealPath, name }: InventedFiling): Promise<boolean> {
  const page = await ask(`${server.url}${dealPath}`)
  return page.status === 200 && page.body.includes(name)
}

/** True when the library's page of this server lists the deal. */
async function lists(server: Server, { dealPath }: InventedFiling): Promise<boolean> {
  const page = await ask(`${server.url}/`)
  return page.status === 200 && page.body.includes(`href="${dealPath}"`)
}

async function attack(plan: Plan): Promise<Figure[]> {
  return await withFolder(async folder => {
    const [one, other] = await Promise.all([startServer(folder), startServer(folder)])
    const memory = watchMemory(one)
    const printer = filingPrinter(plan.seed)
    const timings = newTimings()
    const stale: string[] = []
    const acknowledged: Acknowledged[] = []
    const many = plan.isQuick ? rounds.quick : rounds.full

    /** Upload to one, and look for it at the other at once. */
    async function addAndLook(from: Server, at: Server, file: InventedFiling): Promise<void> {
      const answer = await upload(from.url, [file])
      const kept = acknowledgedBy(answer, [file])
      timings.add('upload', answer, kept.length === 1)
      acknowledged.push(...kept)
      for (const [what, look] of [
        ['page', shows],
        ['list', lists],
      ] as const) {
        if (await look(at, file)) continue
        const late = await untilFound(async () => ((await look(at, file)) ? true : null), lateWithinMs)
        stale.push(`the ${what} of ${file.dealPath} ${late ? 'shows late' : 'stays as it was'}`)
      }
    }

    for (let round = 0; round < many; round++) {
      const [from, at] = round % 2 === 0 ? [one, other] : [other, one]
      // The page is asked for before there is anything: "no such deal" must not stay either.
      await ask(`${at.url}${printer.print(round).dealPath}`)
      await addAndLook(from, at, printer.print(round, tables.first))
      await addAndLook(from, at, printer.print(round, tables.second))
    }
    const lost = (await Promise.all([one, other].map(({ url }) => findLost(url, acknowledged)))).flat()
    const gone = [one, other].filter(server => server.hasEndedByItself())
    for (const server of gone)
      report(`pair: a server ended (${server.howItEnded()}):\n${server.log().slice(-2000)}`)
    const ended = gone.length
    const figures = [
      yardstick('pair-acknowledged', acknowledged.length, 'filings'),
      noneOf('pair-lost', lost.length, 'filings'),
      noneOf('pair-stale', stale.length, 'pages'),
      ...timings.figures('pair'),
      ...memory.end('pair'),
      noneOf('pair-ended-by-itself', ended, 'times'),
    ]
    for (const words of [...new Set([...stale.slice(0, 8), ...lost, ...timings.wrong])])
      report(`pair: ${words}`)
    await Promise.all([one.stop(), other.stop()])
    return figures
  })
}

/** Two servers on one library: what one adds the other shows at once. */
export const pairScenario: Scenario = { name: 'pair', attack }
