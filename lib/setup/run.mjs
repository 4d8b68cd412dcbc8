import { spawn } from 'node:child_process'
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, root } from './install.mjs'
import { endingSignals, exitStatus } from './run-tied.mjs'
import { canRunHere, findNode } from './runtime.mjs'

/** `node lib/setup/run.mjs FILE.ts ARGUMENTS…`: run a TypeScript file of the project, installing what it needs first. */
await ensureInstalled()
const [file = '', ...rest] = process.argv.slice(2)
const script = path.join(root, file)

if (canRunHere()) {
  // Compiled code is kept between runs: it halves the time of a short command.
  module.enableCompileCache?.()
  process.argv = [process.execPath, script, ...rest]
  await import(pathToFileURL(script).href)
} else {
  const child = spawn(findNode(), [script, ...rest], { stdio: 'inherit' })
  for (const signal of endingSignals) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(exitStatus(code, signal)))
}
