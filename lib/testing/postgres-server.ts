import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './strata-process.ts'

export type PostgresServer = {
  /** Of a database that holds nothing. */
  address: string
  /** Stop it as a failure of its machine would, and start it again on what it has. */
  stop(): Promise<void>
  start(): Promise<void>
  /** Stop it, and remove all that it had. */
  end(): Promise<void>
}

/** Nobody's: PostgreSQL does not run as root. */
const unprivileged = 65_534

/** Its data lasts as long as the tests, so nothing waits for the disk. */
const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '300',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
}

/** Start a PostgreSQL of its own on a free port of loopback, in a temporary folder. It ends with this process. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-postgres-'))
  const isRoot = process.getuid?.() === 0
  if (isRoot) chownSync(folder, unprivileged, unprivileged)
  chmodSync(folder, 0o700)
  const program = (name: string) => path.join(programs, name)
  const asNobody = [`--reuid=${unprivileged}`, `--regid=${unprivileged}`, '--clear-groups']
  const through = [...(isRoot ? asNobody : []), '--pdeathsig=INT']
  const isTied = process.platform === 'linux'
  const command = (name: string, args: string[]): [string, string[]] =>
    isTied ? ['setpriv', [...through, program(name), ...args]] : [program(name), args]
  const data = path.join(folder, 'data')
  const initOptions = ['-D', data, '-U', 'strata', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N']
  const [initdb, itsArgs] = command('initdb', initOptions)
  execFileSync(initdb, itsArgs, { stdio: 'pipe', cwd: folder })
  const port = await freePort()
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const address = `postgres://strata@127.0.0.1:${port}/postgres`
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const [file, args] = command('postgres', ['-D', data, '-p', String(port), '-k', folder, ...options])
    child = spawn(file, args, { stdio: 'ignore', cwd: folder })
    await untilAnswering(address, child)
  }

  async function stop(): Promise<void> {
    const running = child
    child = null
    if (running === null || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise(resolve => running.once('exit', resolve))
    running.kill('SIGQUIT')
    await ended
  }

  async function end(): Promise<void> {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }

  await start()
  return { address, start, stop, end }
}

const readyWithinMs = 60_000

async function untilAnswering(address: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + readyWithinMs
  for (;;) {
    const client = new pg.Client({ connectionString: address })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.query('select 1')
      return
    } catch (fault) {
      if (child.exitCode !== null || Date.now() > deadline) throw fault
    } finally {
      await client.end().catch(() => undefined)
    }
    await sleep(50)
  }
}
