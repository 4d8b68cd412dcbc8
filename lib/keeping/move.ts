import path from 'node:path'
import { showProgress } from '../cli/progress-line.ts'
import { formatBytes, formatCount } from '../format/index.ts'
import { MoveFault, moveLibrary } from '../library/engines/move-library.ts'
import { explainFault } from '../library/engines/open-engine.ts'
import { openToMove } from '../library/engines/open-to-move.ts'
import { type LibraryPlace, originalsStore } from '../library/library-files.ts'
import { openOriginals } from '../library/originals/originals.ts'
import { libraryFaultWording } from '../library-faults.ts'
import { sayHoldings, sayTook } from './say-copy.ts'

const HELP = `npm run move -- [--originals-in-database] FROM TO
  Copies a library into another that holds nothing: each is a folder or the address of a database, postgres://…. Every
  original is read back and has the SHA-256 that it was kept under, every filing is as it was, and each table has as many
  rows; else nothing is written. With STRATA_BLOBS the originals of the copy are in that store, where both libraries then have them
  under the same names: put the old one away before anything is deleted in either. --originals-in-database keeps, or brings, them in
  the database of the copy. The library that is copied stays as it is; what is added to it meanwhile is not in the copy.

Exit code: 0 when all of it is there, 1 when nothing was changed, 2 when nothing could begin.
`

/** Where the originals of the copy are, whatever STRATA_BLOBS says. */
const inDatabaseOption = '--originals-in-database'

/** `npm run move -- FROM TO`: one library into another, between folders and databases. */
async function main(given: readonly string[]): Promise<number> {
  if (given.some(one => one === '--help' || one === '-h')) {
    process.stdout.write(HELP)
    return 0
  }
  const inDatabase = given.includes(inDatabaseOption)
  const [from = '', to = '', ...more] = given.filter(one => one !== inDatabaseOption)
  if (to === '' || more.length > 0 || [from, to].some(one => one.startsWith('-')) || from === to)
    return refuse('Name the library that is copied and the one to be made: npm run move -- FROM TO', 2)
  let place = placeOf(from)
  try {
    const originals = openOriginals(originalsStore())
    const source = await openToMove(place, true)
    try {
      place = placeOf(to)
      const target = await openToMove(place, false)
      try {
        const startedAt = performance.now()
        const progress = showProgress(process.stderr)
        const { rows, originalBytes } = await source.seen(reading =>
          target.seen(writing =>
            moveLibrary(reading, writing, {
              originals,
              intoStore: originals.inStore && !inDatabase,
              told: (done, of) =>
                progress.show(() => `Moving: ${formatCount(done)} of ${formatCount(of)} filings`),
            }),
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
