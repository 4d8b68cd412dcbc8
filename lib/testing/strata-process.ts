import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'

/** As `npm start` gives them (lib/setup/start.mjs). */
const servingFlags = ['--max-semi-space-size=16', '--initial-old-space-size=48']
const serveFile = path.join(import.meta.dirname, '../server/serve.ts')

export type ServeOptions = {
  dataFolder: string
  /** On 127.0.0.1. */
  port: number
  env?: Record<string, string>
  /** A command that starts the server in its own place, as `setpriv` and `sh -c 'exec "$@"'` do. */
  through?: readonly string[]
  /** Where its standard error goes: to ours, or to who reads `child.stderr`. */
  log?: 'inherit' | 'pipe'
}

/** A port of 127.0.0.1 that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

/** Start serving the built site on a library, as `npm start` does. */
export function spawnServer({
  dataFolder,
  port,
  env = {},
  through = [],
  log = 'inherit',
}: ServeOptions): ChildProcess {
  const [command = process.execPath, ...rest] = [...through, process.execPath, ...servingFlags, serveFile]
  return spawn(command, rest, {
    // The channel tells the server to stop when this process is gone.
    stdio: ['ignore', 'ignore', log, 'ipc'],
    env: {
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '65536',
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      STRATA_DATA: dataFolder,
      ...env,
    },
  })
}

/** A start takes five seconds of a processor; other work may leave it a tenth of one. */
const readyWithinMs = 180_000
const pauseMs = 50

/** Resolves once the server says that it is ready. Throws when it has ended before, or is not ready in time. */
export async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + readyWithinMs
  let said = 'it did not answer'
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error('the server ended before it was ready')
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    if (answer) said = await answer.text().catch(() => said)
    await new Promise(resolve => setTimeout(resolve, pauseMs))
  }
  throw new Error(`the server was not ready within ${readyWithinMs / 1000} seconds: ${said}`)
}
