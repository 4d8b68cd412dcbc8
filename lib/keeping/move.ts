import path from 'node:path'
import { showProgress } from '../cli/progress-line.ts'
import { formatBytes, formatCount } from '../format/index.ts'
import { MoveFault, moveLibrary } from '../library/engines/move-library.ts'
import { explainFault } from '../library/engines/open-engine.ts'
import { openToMove } from '../library/engines/open-to-move.ts'
import type { LibraryPlace } from '../library/library-files.ts'
import { libraryFaultWording } from '../library-faults.ts'
import { sayHoldings, sayTook } from './say-copy.ts'

const HELP = `npm run move -- FROM TO
  Copies a library into another that holds nothing: each is a folder or the address of a database, postgres://…. Every
  original is read back and has the SHA-256 that it was kept under, every filing is as it was, and each table has as many
  rows; else nothing is written. The library that is copied stays as it is; what is added to it meanwhile is not in the copy.

Exit code: 0 when all of it is there, 1 when nothing was changed, 2 when nothing could begin.
`

/** `npm run move -- FROM TO`: one library into another, between folders and databases. */
async function main(given: readonly string[]): Promise<number> {
  if (given.some(one => one === '--help' || one === '-h')) {
    process.stdout.write(HELP)
    return 0
  }
  const [from = '', to = '', ...more] = given
  if (to === '' || more.length > 0 || given.some(one => one.startsWith('-')) || from === to)
    return refuse('Name the library that is copied and the one to be made: npm run move -- FROM TO', 2)
  let place = placeOf(from)
  try {
    const source = await openToMove(place, true)
    try {
      place = placeOf(to)
      const target = await openToMove(place, false)
      try {
        const startedAt = performance.now()
        const progress = showProgress(process.stderr)
        const { rows, originalBytes } = await source.seen(reading =>
          target.seen(writing =>
            moveLibrary(reading, writing, (done, of) =>
              progress.show(() => `Moving: ${formatCount(done)} of ${formatCount(of)} filings`),
            ),
          ),
        )
        progress.end()
        process.stdout.write(
          `${sayHoldings({ rows })} copied (${sayTook(startedAt).took}). Every original was read back and is what was kept: ${formatBytes(originalBytes)}.\n`,
        )
        return 0
      } finally {
        await target.close()
      }
    } finally {
      await source.close()
    }
  } catch (fault) {
    if (fault instanceof MoveFault) return refuse(`${fault.message} Nothing was changed.`, 1)
    const explained = explainFault(fault, place)
    if (explained === null) throw fault
    return refuse(`${libraryFaultWording[explained.code]} (${explained.message})`, 1)
  }
}

function placeOf(name: string): LibraryPlace {
  return /^postgres(ql)?:\/\//.test(name) ? { folder: '', address: name } : { folder: path.resolve(name) }
}

function refuse(sentence: string, status: number): number {
  process.stderr.write(`${sentence}\n`)
  return status
}

process.exitCode = await main(process.argv.slice(2))
