import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A running Strata with a library of its own in a temporary folder. */
export type Strata = { url: string; dataFolder: string }

const serveFile = path.join(import.meta.dirname, 'serve.ts')

function freePort(): Promise<number> {
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

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error('the server ended before it was ready')
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('the server was not ready within 20 seconds')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))
}

/**
 * Serve the built site on an empty library, run `use`, and take both away again. For browser tests and measurements:
 * the site must have been built.
 */
export async function withStrata<T>(use: (strata: Strata) => Promise<T>): Promise<T> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'strata-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [serveFile], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      PORT: String(port),
      STRATA_DATA: dataFolder,
    },
  })
  try {
    await untilReady(url, child)
    return await use({ url, dataFolder })
  } finally {
    child.kill('SIGTERM')
    await ended(child)
    await rm(dataFolder, { recursive: true, force: true })
  }
}
