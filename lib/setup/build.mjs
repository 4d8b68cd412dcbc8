import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './install.mjs'
import { runTied } from './run-tied.mjs'

/** What a build is made from. Tests and fixtures are left out, so writing one does not cost a build. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'package.json',
  'postcss.config.mjs',
  'tsconfig.json',
]
const isLeftOut = file => /\.test\.tsx?$|^lib\/(testing|fixtures|bench|attack|sentences|setup)\//.test(file)

export const dist = process.env.STRATA_DIST ?? '.next'
const stampFile = path.join(root, dist, 'strata-sources')

function* filesUnder(name) {
  const full = path.join(root, name)
  if (!existsSync(full)) return
  if (!statSync(full).isDirectory()) return yield name
  for (const inner of readdirSync(full).sort()) yield* filesUnder(`${name}/${inner}`)
}

function sourceStamp() {
  const hash = createHash('sha256')
  for (const name of sources)
    for (const file of filesUnder(name)) {
      if (isLeftOut(file)) continue
      hash.update(file).update(readFileSync(path.join(root, file)))
    }
  return hash.digest('hex')
}

/**
 * Build the site when its sources changed since the last whole build; gives whether there is one. The stamp is written
 * last, so a build that was stopped half-way is made again.
 */
export async function buildIfChanged(node) {
  const stamp = sourceStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return true
  process.stderr.write('Building the site…\n')
  rmSync(stampFile, { force: true })
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const status = await runTied(node, [next, 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) {
    process.stderr.write('The site could not be built: see the message above.\n')
    return false
  }
  writeFileSync(stampFile, stamp)
  return true
}

/** Build the site when its sources changed; ends the process where that fails. */
export async function ensureBuilt(node) {
  if (!(await buildIfChanged(node))) process.exit(1)
}
