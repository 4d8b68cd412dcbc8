import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** Signals that end a command: from the terminal, from whoever supervises it, and when the terminal goes away. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Exit status of a process that ended by itself or by a signal, as shells have it: a signal's is 128 and its number. */
export function exitStatus(code, signal) {
  return signal ? 128 + constants.signals[signal] : (code ?? 1)
}

/**
 * Run a command to its end and give its exit status. A signal that is to end this process ends the command first, so
 * that no installation or build goes on by itself.
 */
export function runTied(command, args, options) {
  return new Promise(resolve => {
    const child = spawn(command, args, options)
    let endedBy = null
    const pass = signal => {
      endedBy = signal
      child.kill(signal)
    }
    for (const signal of endingSignals) process.on(signal, pass)
    child.once('error', () => resolve(1))
    child.once('exit', (code, signal) => {
      for (const ending of endingSignals) process.off(ending, pass)
      if (endedBy) process.exit(exitStatus(null, endedBy))
      resolve(exitStatus(code, signal))
    })
  })
}
