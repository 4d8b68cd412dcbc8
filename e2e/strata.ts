import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, expect } from '@playwright/test'

export { expect }

const root = fileURLToPath(new URL('..', import.meta.url))

/** A running Strata with a library of its own in a temporary folder. */
export type Strata = { url: string; dataFolder: string }

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
  for (let tries = 0; tries < 120; tries++) {
    if (child.exitCode !== null) throw new Error('the server ended before it was ready')
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error('the server was not ready within 12 seconds')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise(resolve => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()))
}

/** Start the built site on an empty library, run `use`, and take both away again. */
export async function withStrata(use: (strata: Strata) => Promise<void>): Promise<void> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'strata-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: root,
      stdio: 'ignore',
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', STRATA_DATA: dataFolder },
    },
  )
  try {
    await untilReady(url, child)
    await use({ url, dataFolder })
  } finally {
    child.kill('SIGTERM')
    await ended(child)
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/**
 * Playwright's test on a Strata of its own. A console warning, a console error, an uncaught error or a request to
 * another host fails the test.
 */
export const test = base.extend<{ strata: Strata; clean: undefined }>({
  strata: async ({ browserName: _ }, use) => withStrata(use),
  baseURL: async ({ strata }, use) => use(strata.url),
  clean: [
    async ({ context, strata }, use) => {
      const complaints: string[] = []
      context.on('console', message => {
        if (['warning', 'error'].includes(message.type())) complaints.push(message.text())
      })
      context.on('weberror', error => complaints.push(error.error().message))
      context.on('request', request => {
        if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(strata.url))
          complaints.push(`asked another host: ${request.url()}`)
      })
      await use(undefined)
      expect(complaints, 'nothing is complained of in the console').toEqual([])
    },
    { auto: true },
  ],
})

/** Path of a sample filing that Strata ships. */
export function samplePath(name: string): string {
  return path.join(root, 'public/samples', name)
}
