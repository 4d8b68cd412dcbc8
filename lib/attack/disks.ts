import { cpSync, mkdtempSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import path from 'node:path'
import { type Figure, yardstick } from '../bench/figure.ts'
import { type Acknowledged, acknowledgedBy, findLost } from './acknowledged.ts'
import { ask } from './ask.ts'
import { type DiskFault, diskFaults, seenBy } from './disk-faults.ts'
import { type FilingPrinter, filingPrinter } from './invented-filing.ts'
import { findDamage } from './look-inside.ts'
import { pause, untilFound } from './pause.ts'
import { report } from './progress.ts'
import { noneOf, type Plan, type Scenario } from './scenario.ts'
import { type Server, startServer, withFolder } from './server.ts'
import { newTimings, type Timings } from './timings.ts'
import { upload } from './upload.ts'

const uploads = { before: 12, during: { quick: 4, full: 40 }, sideBySide: 2 }
/** A fault is seen by health within this, and over within this once it is mended. */
const noticedWithinMs = 10_000
const mendedWithinMs = 20_000
/** A start on what is broken says something within this; on an idle machine it takes two seconds. */
const spokenWithinMs = 40_000
/** An answer that says what is wrong may wait for a lock first; a person waits no longer. */
const mostMs = 60_000

type Tally = { wrong: string[]; lost: string[]; damage: string[]; ended: number; untried: string[] }

async function addSome(server: Server, printer: FilingPrinter): Promise<Acknowledged[]> {
  const kept: Acknowledged[] = []
  for (let deal = 0; deal < uploads.before; deal++) {
    const file = printer.print(deal)
    kept.push(...acknowledgedBy(await upload(server.url, [file]), [file]))
  }
  if (kept.length < uploads.before) throw new Error('the library to be broken could not be filled')
  return kept
}

async function uploadInto(server: Server, count: number, each: () => Promise<void>): Promise<void> {
  const turns = Array.from({ length: count }, (_, turn) => turn).values()
  const client = async () => {
    for (const _ of turns) if (!server.hasEndedByItself()) await each()
  }
  await Promise.all(Array.from({ length: uploads.sideBySide }, client))
}

/** What an attack on one disk goes by. */
type Trial = {
  fault: DiskFault
  server: Server
  printer: FilingPrinter
  kept: Acknowledged[]
  timings: Timings
  blame: (words: string) => void
}

const isReady = async (server: Server) => (await ask(`${server.url}/api/health`)).status === 200

/** Uploads while it lasts: none may be acknowledged in vain, and each says what is wrong. */
async function uploadWhileBroken({ fault, server, printer, kept, timings, blame }: Trial, count: number) {
  const wrong = new Map<string, number>()
  let deal = uploads.before
  await uploadInto(server, count, async () => {
    const file = printer.print(deal++)
    const answer = await upload(server.url, [file], { mostMs })
    const added = acknowledgedBy(answer, [file])
    kept.push(...added)
    timings.add('upload-while-broken', answer, true)
    const isTold = answer.code === fault.code && [503, 507].includes(answer.status)
    if (added.length > 0 ? fault.isMetBy === 'opening' : isTold) return
    const got = added.length > 0 ? 'added' : (answer.code ?? answer.fault ?? 'no code')
    wrong.set(`${answer.status} ${got}`, (wrong.get(`${answer.status} ${got}`) ?? 0) + 1)
  })
  for (const [got, times] of wrong)
    blame(`${times} of ${count} uploads answered ${got}, not 503 or 507 ${fault.code}`)
}

async function lookWhileBroken({ fault, server, kept, timings, blame }: Trial) {
  if (fault.isUnready) {
    const isUnready = async () => ((await isReady(server)) ? null : true)
    if (!(await untilFound(isUnready, noticedWithinMs, 250))) blame('health goes on saying ready')
  }
  if (!fault.isReadable) return
  for (const path of [kept[0]?.dealUrl ?? '/', '/']) {
    const page = await ask(`${server.url}${path}`)
    timings.add('page-while-broken', page, true)
    if (page.status !== 200) blame(`${path} answered ${page.status} while reading was possible`)
  }
}

/** Once it is mended uploads go well again, without a restart. */
async function uploadOnceMended({ server, printer, kept, blame }: Trial) {
  let deal = 1000
  const isMended = async () => {
    const file = printer.print(deal++)
    const added = acknowledgedBy(await upload(server.url, [file], { mostMs }), [file])
    kept.push(...added)
    return added.length === 1 ? true : null
  }
  if (!(await untilFound(isMended, mendedWithinMs, 250))) blame('uploads fail though the fault is over')
  if (!(await untilFound(async () => ((await isReady(server)) ? true : null), mendedWithinMs, 250)))
    blame('health says not ready though the fault is over')
}

/** Break the disk under a server and look at what it answers, then mend it and look again. */
async function tryFault(fault: DiskFault, parent: string, plan: Plan, timings: Timings, tally: Tally) {
  const folder = await mkdtemp(path.join(parent, `${fault.name}-`))
  const through = fault.through(folder)
  if (through === null) {
    tally.untried.push(fault.name)
    return
  }
  const blame = (words: string) => tally.wrong.push(`${fault.name}: ${words}`)
  const printer = filingPrinter(plan.seed)
  const server = await startServer(folder, { through })
  const kept = await addSome(server, printer)
  const trial: Trial = { fault, server, printer, kept, timings, blame }
  const during = plan.isQuick ? uploads.during.quick : uploads.during.full

  const mend = fault.break(server, plan.random)
  if (fault.isMetBy === 'reading') {
    await findLost(server.url, kept)
    await lookWhileBroken(trial)
    await uploadWhileBroken(trial, during)
  } else {
    await uploadWhileBroken(trial, during)
    await lookWhileBroken(trial)
  }
  if (mend !== null) {
    mend()
    await uploadOnceMended(trial)
    tally.lost.push(...(await findLost(server.url, kept)).map(words => `${fault.name}: ${words}`))
    tally.damage.push(...findDamageOfCopy(server, parent).map(words => `${fault.name}: ${words}`))
  }
  const misled = server.log().match(/no transaction is active/g)?.length ?? 0
  if (misled > 0) blame(`the log says ${misled} times “no transaction is active”`)
  if (server.hasEndedByItself()) {
    tally.ended++
    report(`disks: ${fault.name} ended the server:\n${server.log().slice(-1500)}`)
  }
  await server.stop()
  if (mend !== null && fault.name !== 'full-disk') await restart(fault, folder, kept, tally)
}

/** A disk that only the server sees is looked at in a copy, made while nothing is written. */
function findDamageOfCopy(server: Server, parent: string): string[] {
  const copy = mkdtempSync(path.join(parent, 'copy-'))
  cpSync(seenBy(server), copy, { recursive: true })
  return findDamage(copy, true)
}

/** After a restart on the mended disk all is as it was. */
async function restart(fault: DiskFault, folder: string, kept: Acknowledged[], tally: Tally): Promise<void> {
  const again = await startServer(folder)
  tally.lost.push(...(await findLost(again.url, kept)).map(words => `${fault.name}, restarted: ${words}`))
  await again.stop()
}

/** What is wrong with how a server starts, or does not, on a library that is broken already. */
async function tryStart(fault: DiskFault, parent: string, plan: Plan, tally: Tally): Promise<void> {
  const folder = await mkdtemp(path.join(parent, `start-${fault.name}-`))
  const through = fault.through(folder)
  if (through === null) return
  const before = await startServer(folder)
  await addSome(before, filingPrinter(plan.seed))
  await before.stop()
  const mend = fault.break(before, plan.random)
  const server = await startServer(folder, { through, isToBeReady: false })
  const spoken = await untilFound(
    async () => {
      if (server.log().trim() !== '' && server.hasEndedByItself()) return true
      const health = await ask(`${server.url}/api/health`)
      return health.status > 0 ? true : null
    },
    spokenWithinMs,
    250,
  )
  await pause(500)
  const log = server.log()
  if (!spoken)
    tally.wrong.push(`starting with ${fault.name}: nothing is said within ${spokenWithinMs / 1000} s`)
  if (/^\s+at .+[:(]/m.test(log))
    tally.wrong.push(`starting with ${fault.name}: a stack trace, not a sentence`)
  await server.stop()
  mend?.()
}

/** Faults that a start can meet; a library that is not there is simply a new one. */
const startFaults = ['read-only-folder', 'locked-file', 'damaged-pages']

function attack(plan: Plan): Promise<Figure[]> {
  return withFolder(async parent => {
    const timings = newTimings()
    const tally: Tally = { wrong: [], lost: [], damage: [], ended: 0, untried: [] }
    for (const fault of diskFaults) {
      report(`disks: ${fault.name}…`)
      await tryFault(fault, parent, plan, timings, tally)
    }
    for (const fault of diskFaults)
      if (startFaults.includes(fault.name)) await tryStart(fault, parent, plan, tally)
    for (const words of [...tally.wrong, ...tally.lost.slice(0, 8), ...tally.damage.slice(0, 8)])
      report(`disks: ${words}`)
    for (const name of tally.untried) report(`disks: ${name} cannot be tried on this machine`)
    return [
      yardstick('disks-faults-tried', diskFaults.length - tally.untried.length, 'faults'),
      noneOf('disks-misleading', tally.wrong.length, 'findings'),
      noneOf('disks-lost', tally.lost.length, 'filings'),
      noneOf('disks-database-damage', tally.damage.length, 'messages'),
      ...timings.figures('disks'),
      noneOf('disks-ended-by-itself', tally.ended, 'times'),
    ]
  })
}

/** Full, read-only, locked, damaged and deleted libraries: each failure says what it is, and nothing is lost by it. */
export const disksScenario: Scenario = { name: 'disks', attack }
