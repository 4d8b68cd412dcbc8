import { execFileSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import path from 'node:path'

/** The folder of the programs of a PostgreSQL that this machine has, the newest; or why tests cannot start one. */
export type FoundPostgres = { programs: string } | { reason: string }

/** Where Linux distributions put the programs of each version, which are not on the path. */
const roots = ['/usr/lib/postgresql', '/usr/pgsql', '/opt/homebrew/opt', '/usr/local/opt']

export function findPostgres(): FoundPostgres {
  const isRoot = process.getuid?.() === 0
  if (isRoot && !has('/usr/bin/setpriv'))
    return { reason: 'PostgreSQL does not run as root, and there is no setpriv' }
  if (process.platform === 'win32') return { reason: 'they start PostgreSQL on Linux and macOS only' }
  const programs = [...ofDistributions(), ...ofPath()].find(
    folder => has(path.join(folder, 'initdb')) && has(path.join(folder, 'postgres')),
  )
  return programs === undefined
    ? { reason: 'this machine has no PostgreSQL (Debian: apt-get install postgresql)' }
    : { programs }
}

function ofDistributions(): string[] {
  const versions = roots.flatMap(root => listed(root).map(name => path.join(root, name, 'bin')))
  return versions.sort((one, other) => versionOf(other) - versionOf(one))
}

const versionOf = (folder: string) => Number(/(\d+)\/bin$/.exec(folder)?.[1] ?? 0)

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter(name => /^(?:postgresql@)?\d+$/.test(name))
  } catch {
    return []
  }
}

function ofPath(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim()]
  } catch {
    return (process.env.PATH ?? '').split(path.delimiter)
  }
}

function has(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
