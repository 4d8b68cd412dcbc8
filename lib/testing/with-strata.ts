import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort, spawnServer, untilReady } from './strata-process.ts'

/** A running Strata with a library of its own in a temporary folder. */
export type Strata = { url: string; dataFolder: string }

function ended(child: ChildProcess): Promise<void> {
  const isOver = child.exitCode !== null || child.signalCode !== null
  return new Promise(resolve => (isOver ? resolve() : child.once('exit', () => resolve())))
}

/**
 * Serve the built site on an empty library, with further settings where they are given, run `use`, and take both away again. For browser tests and measurements:
 * the site must have been built.
 */
export async function withStrata<T>(
  use: (strata: Strata) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'strata-'))
  try {
    return await withServer(dataFolder, use, env)
  } finally {
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Serve the built site on the library in a folder while `use` runs; several may serve one library. */
export async function withServer<T>(
  dataFolder: string,
  use: (strata: Strata) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawnServer({ dataFolder, port, env })
  try {
    await untilReady(url, child)
    return await use({ url, dataFolder })
  } finally {
    child.kill('SIGTERM')
    await ended(child)
  }
}
