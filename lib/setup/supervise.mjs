import { spawn } from 'node:child_process'
import { endingSignals, exitStatus } from './run-tied.mjs'

/** Noted first of all: should npm be killed while packages are installed, nothing is served after. */
const parent = process.ppid

/** How often to see whether npm is still there, in milliseconds. */
const lookMs = 500

/**
 * Start a server whose end is the end of this process, with its exit status. It is told of signals, and by the closing of
 * a channel when this process is gone, however that came about; the server then ends by itself (stop-on-signals.ts).
 */
export function supervise(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 2, 2, 'ipc'] })
  let isAsked = false
  const end = signal => {
    isAsked = true
    child.kill(signal)
  }
  for (const signal of endingSignals) process.on(signal, () => end(signal))
  child.once('exit', (code, signal) => {
    // It had no time for words of its own.
    if (signal && !isAsked) process.stderr.write(`Strata was ended by ${signal}. Start it again.\n`)
    process.exit(exitStatus(code, signal))
  })
  whenParentIsGone(() => end('SIGTERM'))
  return child
}

/**
 * npm stays as long as what it started, unless it was killed: then nobody is left to stop the server. Whatever else
 * started this process may well have ended (`node lib/setup/start.mjs &`).
 */
function whenParentIsGone(act) {
  if (process.env.npm_lifecycle_event !== 'start' || process.platform === 'win32') return
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, lookMs)
}
