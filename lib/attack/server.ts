import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort, spawnServer, untilReady } from '../testing/strata-process.ts'
import { childrenOf } from './child-processes.ts'
import { report } from './progress.ts'

/** A server under attack. */
export type Server = {
  url: string
  port: number
  pid: number
  folder: string
  /** The end of what it wrote on standard error. */
  log: () => string
  /** True when its process is over though nobody ended it here. */
  hasEndedByItself: () => boolean
  /** The signal or the status that it ended with, for people. */
  howItEnded: () => string
  /** End it without warning (SIGKILL), and wait until it is gone. */
  kill: () => Promise<void>
  /** Ask it to end (SIGTERM), and wait until it has; one that does not is killed after ten seconds. */
  stop: () => Promise<void>
}

/** Servers that run: none outlives this process, however it ends. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    report(`The attack was ended by ${signal}.`)
    process.exit(130)
  })

const logCharacters = 200_000
const stopWithinMs = 12_000

export type StartOptions = {
  env?: Record<string, string>
  through?: readonly string[]
  isToBeReady?: boolean
}

/** Start a server of its own on loopback, on the library in a folder. Throws, with its log, when it never gets ready. */
export async function startServer(folder: string, options: StartOptions = {}): Promise<Server> {
  const { isToBeReady = true, ...how } = options
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawnServer({ dataFolder: folder, port, log: 'pipe', ...how })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let log = ''
  child.stderr?.on('data', chunk => {
    log = (log + chunk).slice(-logCharacters)
  })
  let isEndingWanted = false
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  const over = new Promise<void>(resolve => child.once('close', () => resolve()))

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (isOver()) return await over
    isEndingWanted = true
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
    await over
    clearTimeout(late)
  }

  const server: Server = {
    url,
    port,
    pid: child.pid ?? 0,
    folder,
    log: () => log,
    hasEndedByItself: () => isOver() && !isEndingWanted,
    howItEnded: () => child.signalCode ?? `status ${child.exitCode}`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
  if (!isToBeReady) return server
  try {
    await untilReady(url, child)
    return server
  } catch (problem) {
    await server.kill()
    throw new Error(`The server does not start:\n${log}`, { cause: problem })
  }
}

/** A folder for libraries under attack, gone when `use` is over. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-attack-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Start a server on a new library, run `use`, and take both away again. */
export function withServer<T>(use: (server: Server) => Promise<T>): Promise<T> {
  return withFolder(async folder => {
    const server = await startServer(folder)
    try {
      return await use(server)
    } finally {
      await server.stop()
    }
  })
}

type Memory = { now: number; peak: number }

/**
 * Memory that a server holds now and at most so far (resident set) with the processes it has started, in bytes; null where
 * the system does not say.
 */
export function memoryOf(pid: number): Memory | null {
  const own = memoryOfProcess(pid)
  if (own === null) return null
  const others = childrenOf(pid).flatMap(child => memoryOfProcess(child) ?? [])
  return others.reduce((sum, { now, peak }) => ({ now: sum.now + now, peak: sum.peak + peak }), own)
}

function memoryOfProcess(pid: number): Memory | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const read = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
    const [now, peak] = [read('VmRSS'), read('VmHWM')]
    return Number.isFinite(now) && Number.isFinite(peak) ? { now, peak } : null
  } catch {
    return null
  }
}
