import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { buildIfChanged } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'
import { findNode } from './runtime.mjs'

/**
 * `npm test`: types, style, unused code, unit tests, a build, browser tests. Everything runs even when something before it
 * failed, and the last line sums what the two test runners counted; a failed check of types, style or unused code counts
 * as one failure, as does a build that fails or a runner that crashes.
 */
await ensureInstalled()
const node = findNode()
// Servers, threads and commands start hundreds of times: what Node has compiled of their sources is kept, as for `npm start`.
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/strata-compiled')
const results = mkdtempSync(path.join(tmpdir(), 'strata-test-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
/** What failed, by name: told at the end too, where a long log still shows it. */
const failed = []

function run(script, args, env = {}) {
  process.stdout.write(`\n> ${path.basename(path.dirname(script))} ${args.join(' ')}\n`)
  const done = spawnSync(node, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  return done.status === 0
}

function checkOnly(name, script, args) {
  if (run(script, args)) return
  counts.failed += 1
  failed.push(name)
}

/** Add a runner's own counts. A runner that ended badly without counting a failure (a crash) counts as one. */
function add(ok, found) {
  counts.passed += found.passed
  counts.failed += found.failed === 0 && !ok ? 1 : found.failed
  counts.skipped += found.skipped
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function unitTests() {
  const file = path.join(results, 'unit.json')
  const ok = run('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const found = readJson(file)
  let unloaded = 0
  for (const { name, status: ofFile, assertionResults = [] } of found?.testResults ?? []) {
    const before = failed.length
    for (const { status, fullName } of assertionResults) if (status === 'failed') failed.push(fullName)
    if (ofFile !== 'failed' || failed.length > before) continue
    // Its tests could not even be counted.
    unloaded += 1
    failed.push(name)
  }
  add(ok && found !== null, {
    passed: found?.numPassedTests ?? 0,
    failed: (found?.numFailedTests ?? 0) + unloaded,
    skipped: found?.numPendingTests ?? 0,
  })
}

function browserTests() {
  const file = path.join(results, 'e2e.json')
  const ok = run(
    '@playwright/test/cli.js',
    ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    {
      CHROMIUM_PATH: ensureBrowser(node),
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
    },
  )
  const found = readJson(file)
  const stats = found?.stats
  for (const name of unexpectedIn(found?.suites ?? [])) failed.push(name)
  add(ok && stats !== undefined, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  })
}

function unexpectedIn(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line} ${title}`),
    ...unexpectedIn(inner),
  ])
}

run('next/dist/bin/next', ['typegen'])
checkOnly('The type check', 'typescript/bin/tsc', ['--noEmit'])
checkOnly('The style check', '@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.'])
checkOnly('The check for unused code', 'knip/bin/knip.js', [
  '--config',
  'lib/setup/knip.mjs',
  '--no-progress',
  '--treat-config-hints-as-errors',
])
unitTests()
if (await buildIfChanged(node)) browserTests()
else {
  counts.failed += 1
  failed.push('The build, without which no page is tested')
}
rmSync(results, { recursive: true, force: true })
if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map(name => `  ${name}\n`).join('')}`)
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed${skipped}\n`)
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)
