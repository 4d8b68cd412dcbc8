import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTied } from './run-tied.mjs'

/** Root of the project, whatever folder the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const stampFile = path.join(root, 'node_modules', '.strata-installed')

/** The lock file's content decides: the same lock is never installed twice. */
function lockStamp() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockStamp()
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
