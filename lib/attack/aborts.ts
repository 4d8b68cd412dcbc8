import { hash } from 'node:crypto'
import type { Socket } from 'node:net'
import { type Figure, yardstick } from '../bench/figure.ts'
import { type Acknowledged, acknowledgedBy, findLost } from './acknowledged.ts'
import { ask } from './ask.ts'
import { type FilingPrinter, filingPrinter, type InventedFiling } from './invented-filing.ts'
import { countHalfKept, findDamage, findKeptDeal } from './look-inside.ts'
import { pause, untilFound } from './pause.ts'
import { report } from './progress.ts'
import { openSocket, trickle } from './raw-request.ts'
import { atLeast, noneOf, type Plan, type Scenario } from './scenario.ts'
import { type Server, withServer } from './server.ts'
import { newTimings } from './timings.ts'
import { formType, packPart, upload } from './upload.ts'
import { watchMemory } from './watch-memory.ts'

const aborts = { quick: 8, full: 200 }
const sideBySide = 4
const tables = { first: 1, later: 6, cut: 20 }
/** A filing that arrived whole is kept within this, though those behind it never come. */
const keptWithinMs = 5000
/** What is kept shows "at once": by now at the latest. */
const shownWithinMs = 500
const silenceMs = { quick: 1500, full: 8000 }
/** A client that vanishes may do so before the server has kept what arrived; then it has another moment to. */
const shareOfEarly = 0.3

/** How a client leaves in the middle of a file. */
type Leaving = (socket: Socket, rest: Uint8Array, silentMs: number) => Promise<void>
const leavings: Record<string, Leaving> = {
  'resets the connection': async socket => {
    socket.resetAndDestroy()
  },
  'closes its half': async socket => {
    socket.end()
  },
  'goes silent, then leaves': async (socket, _, silentMs) => {
    await pause(silentMs)
    socket.destroy()
  },
  'trickles, then leaves': async (socket, rest, silentMs) => {
    const everyMs = 50
    await trickle(socket, rest.subarray(0, silentMs / everyMs), 1, everyMs)
    socket.destroy()
  },
}

type Tally = { kept: number; unkept: string[]; stale: string[]; acknowledged: Acknowledged[] }

function head(server: Server, length: number): string {
  return [
    'POST /api/filings HTTP/1.1',
    `Host: localhost:${server.port}`,
    'Accept: application/json',
    `Content-Type: ${formType}`,
    `Content-Length: ${length}`,
    '\r\n',
  ].join('\r\n')
}

/** Is this filing to be seen on its deal's page? */
async function isShown(server: Server, { dealPath, name }: InventedFiling): Promise<true | null> {
  const page = await ask(`${server.url}${dealPath}`)
  return page.status === 200 && page.body.includes(name) ? true : null
}

/** Look for a filing whose upload broke off behind it: it must be kept, and what is kept must show. */
async function lookFor(server: Server, file: InventedFiling, how: string, tally: Tally): Promise<void> {
  const sha256 = hash('sha256', file.bytes, 'hex')
  const deal = await untilFound(() => findKeptDeal(server.folder, sha256), keptWithinMs)
  if (deal === null) {
    tally.unkept.push(`${file.name} is not kept, though it was whole when its client ${how}`)
    return
  }
  if (deal !== file.dealPath) throw new Error(`${file.name} was expected at ${file.dealPath}, not ${deal}`)
  tally.kept++
  tally.acknowledged.push({ sha256, bytes: file.bytes, dealUrl: deal })
  const shown = await untilFound(() => isShown(server, file), shownWithinMs)
  if (shown === null) tally.stale.push(`${deal} does not show ${file.name}, whose client ${how}`)
}

/** One client: two whole filings, of a deal that is known and of one that is not, and a third that never gets whole. */
async function abort(
  server: Server,
  printer: FilingPrinter,
  turn: number,
  plan: Plan,
  tally: Tally,
): Promise<void> {
  const names = Object.keys(leavings)
  const how = names[turn % names.length] ?? ''
  const [known, unknown] = [turn * 2, turn * 2 + 1]
  const first = printer.print(known, tables.first)
  tally.acknowledged.push(...acknowledgedBy(await upload(server.url, [first]), [first]))
  const whole = [printer.print(known, tables.later), printer.print(unknown, tables.later)]
  // Both pages are drawn before, one of them as "no such deal": neither may stay.
  for (const { dealPath } of whole) await ask(`${server.url}${dealPath}`)

  const parts = Buffer.concat(whole.map(packPart))
  const last = packPart(printer.print(unknown, tables.cut))
  const cut = Math.floor(last.length * (0.1 + 0.8 * plan.random.fraction()))
  const socket = openSocket(server.port)
  socket.write(head(server, parts.length + last.length + 1000))
  socket.write(parts)
  socket.write(last.subarray(0, cut))
  const isEarly = plan.random.fraction() < shareOfEarly
  if (!isEarly)
    await Promise.all(whole.map(file => lookFor(server, file, `is still there and ${how}`, tally)))
  const silentMs = plan.isQuick ? silenceMs.quick : silenceMs.full
  await leavings[how]?.(socket, last.subarray(cut, -1), silentMs)
  if (isEarly) await pause(shownWithinMs)
  // A reset may overtake what was sent; what came through whole all the same must show.
  const arrived = whole.filter(
    file => !isEarly || findKeptDeal(server.folder, hash('sha256', file.bytes, 'hex')) !== null,
  )
  await Promise.all(arrived.map(file => lookFor(server, file, how, tally)))
}

function attack(plan: Plan): Promise<Figure[]> {
  return withServer(async server => {
    const memory = watchMemory(server)
    const printer = filingPrinter(plan.seed)
    const tally: Tally = { kept: 0, unkept: [], stale: [], acknowledged: [] }
    const many = plan.isQuick ? aborts.quick : aborts.full
    const turns = Array.from({ length: many }, (_, turn) => turn).values()
    const client = async () => {
      for (const turn of turns) await abort(server, printer, turn, plan, tally)
    }
    await Promise.all(Array.from({ length: sideBySide }, client))
    const timings = newTimings()
    const after = printer.print(many * 2)
    const answer = await upload(server.url, [after])
    timings.add('upload-afterwards', answer, acknowledgedBy(answer, [after]).length === 1)
    const lost = await findLost(server.url, tally.acknowledged)
    const damage = findDamage(server.folder, true)
    for (const words of [...new Set([...tally.unkept, ...tally.stale, ...lost, ...damage])].slice(0, 12))
      report(`aborts: ${words}`)
    return [
      yardstick('aborts', many, 'uploads'),
      atLeast('aborts-kept', tally.kept, many, 'filings'),
      noneOf('aborts-not-kept', tally.unkept.length, 'filings'),
      noneOf('aborts-stale', tally.stale.length, 'pages'),
      noneOf('aborts-lost', lost.length, 'filings'),
      noneOf('aborts-kept-in-part', countHalfKept(server.folder), 'filings'),
      noneOf('aborts-database-damage', damage.length, 'messages'),
      ...timings.figures('aborts'),
      ...memory.end('aborts'),
      noneOf('aborts-ended-by-itself', server.hasEndedByItself() ? 1 : 0, 'times'),
    ]
  })
}

/** Clients that vanish in the middle of a file: what was kept of them shows at once, the rest is nothing. */
export const abortsScenario: Scenario = { name: 'aborts', attack }
