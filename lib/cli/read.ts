import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Refusal, refuse } from '../issues.ts'
import { readFiling } from '../read-filing.ts'

/**
 * `npm run --silent read -- FILE`: print the filing's report as one JSON object on standard output.
 *
 * Exit 0 when the file was read, also when it holds no table; 2 with one line on standard error when it was not, be it
 * for a fault of Strata's own.
 */
function main(files: string[]): number {
  const [file] = files
  if (file === undefined || files.length > 1) return complain('Give one file: npm run --silent read -- FILE')
  const bytes = readBytes(file)
  if ('refusal' in bytes) return complain(`${file}: ${bytes.refusal.message}`)
  const reading = readFiling(bytes.bytes, path.basename(file))
  if ('refusal' in reading) return complain(`${file}: ${reading.refusal.message}`)
  print(1, `${JSON.stringify(reading.report)}\n`)
  return 0
}

const MOST_BYTES = 50 * 1024 * 1024

/** The file's bytes, unless there is none or it is larger than anything that would be read. */
function readBytes(file: string): { bytes: Uint8Array } | { refusal: Refusal } {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return { refusal: refuse('file-is-missing') }
  }
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) return { refusal: refuse('file-is-missing') }
    if (stat.size > MOST_BYTES) return { refusal: refuse('file-is-too-large') }
    return { bytes: readFileSync(handle) }
  } finally {
    closeSync(handle)
  }
}

function complain(message: string): number {
  print(2, `${message.replace(/\s+/g, ' ')}\n`)
  return 2
}

/** Write all of it before going on: a pipe takes a part at a time, and asks to wait when it is full. */
function print(descriptor: number, text: string) {
  const bytes = Buffer.from(text)
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (fault) {
      if (isBusy(fault)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
      else if (isClosed(fault)) return
      else throw fault
    }
  }
}

const codeOf = (fault: unknown) => (fault instanceof Error && 'code' in fault ? fault.code : null)
const isBusy = (fault: unknown) => codeOf(fault) === 'EAGAIN'
/** The reader of the pipe went away, as `head` does. */
const isClosed = (fault: unknown) => codeOf(fault) === 'EPIPE'

/** The exit code, whatever is met on the way. */
function run(files: string[]): number {
  try {
    return main(files)
  } catch (fault) {
    return complain(`${files[0]}: Strata met a fault of its own and could not read this file. ${fault}`)
  }
}

process.exitCode = run(process.argv.slice(2))
