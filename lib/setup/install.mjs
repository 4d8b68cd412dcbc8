import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTied } from './run-tied.mjs'

/** Root of the project, whatever folder the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const stampFile = path.join(root, 'node_modules', '.strata-installed')
/** What npm itself notes of what it has installed. */
const installedFile = path.join(root, 'node_modules', '.package-lock.json')

/** The lock file's content decides: the same lock is never installed twice. */
function lockStamp() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled() {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockStamp()) return true
  if (!existsSync(installedFile) || !hasAllOf(readJson('package-lock.json'), readJson(installedFile)))
    return false
  writeFileSync(stampFile, lockStamp())
  return true
}

function readJson(file) {
  return JSON.parse(readFileSync(path.resolve(root, file), 'utf8'))
}

/**
 * Whether npm has installed all that a lock file names, by what npm notes in `node_modules` once it is done: packages for
 * other systems may be missing, and nothing may be there in another version.
 */
export function hasAllOf(lock, installed) {
  const there = installed.packages ?? {}
  return Object.entries(lock.packages ?? {}).every(([place, { version, integrity, optional }]) => {
    const own = there[place]
    if (place === '' || (own === undefined && optional)) return true
    return own?.version === version && own?.integrity === integrity
  })
}

/**
 * Install the packages of package-lock.json when they are missing or the lock changed. Says so on standard error, for
 * standard output may belong to a script. Ends the process with what to do when npm fails.
 */
export async function ensureInstalled() {
  if (isInstalled()) return
  process.stderr.write('Installing packages (once, about a minute)…\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const status = await runTied(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    process.stderr.write(
      'The packages could not be installed: see npm’s message above, mend it, and run the command again.\n',
    )
    process.exit(1)
  }
  writeFileSync(stampFile, lockStamp())
}
