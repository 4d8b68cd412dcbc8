import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './install.mjs'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map(folder => path.join(folder, name)).find(file => existsSync(file)) ?? null
}

/** Where Playwright keeps a browser of its own, when it has one. */
function playwrightBrowser() {
  const { chromium } = createRequire(path.join(root, 'package.json'))('@playwright/test')
  const file = chromium.executablePath()
  return file && existsSync(file) ? file : null
}

function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given && existsSync(given)) return given
  return playwrightBrowser() ?? systemNames.map(onPath).find(Boolean) ?? null
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}

/**
 * Path of a Chromium: CHROMIUM_PATH, Playwright's own, one of the system, or one installed now. Ends the process with
 * what to do when none can be had, for tests without a browser would prove nothing.
 */
export function ensureBrowser(node) {
  const found = findBrowser()
  if (found) return found
  process.stderr.write('Installing a browser for the tests…\n')
  run(node, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'])
  if (!findBrowser() && process.getuid?.() === 0 && onPath('apt-get'))
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium'])
  const installed = findBrowser()
  if (installed) return installed
  process.stderr.write(
    'No Chromium was found or could be installed. Install one and set CHROMIUM_PATH to it.\n',
  )
  return process.exit(1)
}
