import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

const relativeImport = /^(?:import|export)\b[^'"]*?\bfrom\s+'(\.[^']+)'|^import\s+'(\.[^']+)'/gm

/**
 * A version that changes with any line of some modules or of what they import: what the reader gave yesterday is known to be
 * outdated without anybody having to remember a number.
 */
export function versionOfSources(...entries: string[]): string {
  const sources = new Map<string, string>()
  const found = entries.map(entry => resolve(entry))
  for (const path of found) {
    if (sources.has(path)) continue
    const source = readFileSync(path, 'utf8')
    sources.set(path, source)
    for (const [, from, bare] of source.matchAll(relativeImport))
      found.push(resolve(dirname(path), from ?? bare ?? ''))
  }
  const hash = createHash('sha256')
  for (const path of [...sources.keys()].sort()) hash.update(sources.get(path) ?? '').update('\0')
  return hash.digest('hex').slice(0, 16)
}
