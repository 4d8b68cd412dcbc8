import { createServer } from 'node:net'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'
import { findNode } from './runtime.mjs'
import { supervise } from './supervise.mjs'

/**
 * `npm start`: install what is missing, build when sources changed, serve, print the address. Ends when the server does,
 * with its exit status.
 */
const host = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)
const dataFolder = path.resolve(process.env.STRATA_DATA || path.join(root, '.strata'))

function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** Ask for the port before anything slow, so that a busy one is said in a sentence and at once. */
function whenPortIsFree() {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', error =>
      fail(
        error.code === 'EADDRINUSE'
          ? `Port ${port} is in use. Stop what listens there, or choose another: PORT=3001 npm start`
          : `Strata cannot listen on ${host}:${port} (${error.code}). Choose another HOST or PORT.`,
      ),
    )
    probe.listen(port, host, () => probe.close(resolve))
  })
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).ok
  } catch {
    return false
  }
}

async function sayWhenReady(child) {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const named = host.includes(':') ? `[${host}]` : host
  for (let tries = 0; tries < 120 && child.exitCode === null; tries++) {
    if (
      await answers(`http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}/api/health`)
    ) {
      process.stdout.write(`Strata is ready: http://${host === '127.0.0.1' ? 'localhost' : named}:${port}\n`)
      const kept = process.env.DATABASE_URL ? 'the database of DATABASE_URL' : dataFolder
      return process.stdout.write(`Filings are kept in ${kept}\n`)
    }
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

if (!Number.isInteger(port) || port < 1 || port > 65535)
  fail(`PORT must be a number from 1 to 65535, and this is “${process.env.PORT}”.`)
if (process.env.STRATA_URL && !/^https?:\/\/[^/]/.test(process.env.STRATA_URL))
  fail(
    `STRATA_URL must be the address that people use, such as https://strata.example, and this is “${process.env.STRATA_URL}”.`,
  )
await whenPortIsFree()
await ensureInstalled()
const node = findNode()
await ensureBuilt(node)
// What it has just made is looked through after every sixteen megabytes, not sixty-four, and all that it and each of its
// threads hold from 48 on, not from hundreds: most of it is soon dropped.
const flags = ['--max-semi-space-size=16', '--initial-old-space-size=48']
const child = supervise(node, [...flags, path.join(root, 'lib/server/serve.ts')], {
  cwd: root,
  env: {
    // It has a dozen threads that take and give back pieces of all sizes: with its usual number of arenas glibc keeps much of
    // what it was given back, and larger pieces go back to the system only where they are taken from it one by one. Elsewhere
    // nothing knows the names.
    MALLOC_ARENA_MAX: '2',
    MALLOC_MMAP_THRESHOLD_: '65536',
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: host,
    PORT: String(port),
    STRATA_DATA: dataFolder,
  },
})
await sayWhenReady(child)
