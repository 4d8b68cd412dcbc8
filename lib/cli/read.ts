import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import path from 'node:path'
import { explainFiling } from '../explain/explain-filing.ts'
import { printTrace } from '../explain/print-trace.ts'
import { FilePacker, isPacked, type PackedFile } from '../filing/packed-file.ts'
import { type Refusal, refuse } from '../issues.ts'
import { readFiling } from '../read-filing.ts'
import { readPackedFiling } from '../read-packed-filing.ts'
import { exhibitWithin, looksLikeExhibit, packedFrom } from '../tape/looks-like-exhibit.ts'

const HELP = `npm run --silent read -- FILE
  Prints the filing's report as one JSON object.
npm run --silent read -- --explain FILE
  Prints how each table was read, in the order of the filing: its lines and title, then each question with its answer
  (=), the answers that were turned down (x), and what speaks for and against each; of a table that splits no pool, why.

Exit code: 0 when the file was read, 2 with one line on standard error when it was not.
`

/**
 * `npm run --silent read -- FILE`: print the filing's report as one JSON object on standard output; with `--explain` how
 * each table was read, as text.
 *
 * Exit 0 when the file was read, also when it holds no table; 2 with one line on standard error when it was not, be it
 * for a fault of Strata's own.
 */
async function main(given: string[]): Promise<number> {
  if (given.includes('--help') || given.includes('-h')) {
    print(1, HELP)
    return 0
  }
  const files = given.filter(one => one !== '--explain')
  const [file] = files
  if (file === undefined || files.length > 1 || file.startsWith('--'))
    return complain('Give one file: npm run --silent read -- [--explain] FILE')
  const bytes = await readBytes(file)
  if ('refusal' in bytes) return complain(`${file}: ${bytes.refusal.message}`)
  const said =
    files.length < given.length ? explain(bytes.bytes) : await report(bytes.bytes, path.basename(file))
  if ('refusal' in said) return complain(`${file}: ${said.refusal.message}`)
  print(1, `${said.text}\n`)
  return 0
}

type Said = { text: string } | { refusal: Refusal }

async function report(bytes: Uint8Array | PackedFile, name: string): Promise<Said> {
  const reading = isPacked(bytes) ? await readPackedFiling(bytes, name) : readFiling(bytes, name)
  return 'refusal' in reading ? reading : { text: JSON.stringify(reading.report) }
}

function explain(bytes: Uint8Array | PackedFile): Said {
  if (isPacked(bytes)) return { text: 'No table was found.' }
  const explained = explainFiling(bytes)
  if ('refusal' in explained) return explained
  const { tables } = explained
  return { text: tables.length === 0 ? 'No table was found.' : tables.map(printTrace).join('\n\n') }
}

const MOST_BYTES = 50 * 1024 * 1024

/** The file's bytes, unless there is none or it is larger than anything that would be read; packed where it is a large exhibit. */
async function readBytes(file: string): Promise<{ bytes: Uint8Array | PackedFile } | { refusal: Refusal }> {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch {
    return { refusal: refuse('file-is-missing') }
  }
  try {
    const stat = fstatSync(handle)
    if (!stat.isFile()) return { refusal: refuse('file-is-missing') }
    const head = Buffer.alloc(stat.size > packedFrom ? exhibitWithin : 0)
    readSync(handle, head, 0, head.length, 0)
    if (looksLikeExhibit(head)) return { bytes: await packFrom(file) }
    if (stat.size > MOST_BYTES) return { refusal: refuse('file-is-too-large') }
    return { bytes: readFileSync(handle) }
  } finally {
    closeSync(handle)
  }
}

async function packFrom(file: string): Promise<PackedFile> {
  const packer = new FilePacker()
  for await (const piece of createReadStream(file)) await packer.add(piece as Uint8Array)
  return await packer.end()
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
async function run(files: string[]): Promise<number> {
  try {
    return await main(files)
  } catch (fault) {
    return complain(`${files[0]}: Strata failed while reading this file. ${fault}`)
  }
}

process.exitCode = await run(process.argv.slice(2))
