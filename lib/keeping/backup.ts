import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { showProgress } from '../cli/progress-line.ts'
import { formatBytes } from '../format/index.ts'
import { CopyFault, type CopyFaultCode, explaining } from '../library/engines/sqlite/copy-fault.ts'
import { copyLibrary, type LibraryHoldings } from '../library/engines/sqlite/copy-library.ts'
import { fetchOriginals } from '../library/engines/sqlite/copy-originals.ts'
import { publish } from '../library/engines/sqlite/place-copy.ts'
import { verifyCopy } from '../library/engines/sqlite/verify-copy.ts'
import { libraryFiles, libraryFolder, originalsStore } from '../library/library-files.ts'
import { openOriginals } from '../library/originals/originals.ts'
import { ArgumentFault, type Asked, runCommand } from './keeping-command.ts'
import { partialFile } from './partial-file.ts'
import { assertRoomFor, describeHoldings, sayHoldings, sayShare, sayTook, stampOf } from './say-copy.ts'

const HELP = `npm run backup -- [--replace] [--json] FILE|FOLDER
  Copies the library (STRATA_DATA, else .strata) as it is at this moment into one file, and reads every original in the
  copy back: it has the SHA-256 that it was kept under, or there is no backup. Strata may serve, and others may add,
  meanwhile. Originals in a store (STRATA_BLOBS) are fetched into the file, which needs no store. In a folder the file is named by the time: strata-20030131T120000Z.sqlite.
  --replace lets a file of that name be replaced, once the new one is whole. --json prints what was done as one JSON object.

Exit code: 0 when the backup is there, 1 when there is none, 2 when nothing could begin.
`

const folder = libraryFolder()
const [library] = libraryFiles(folder)
let target = ''

/** `npm run backup -- FILE|FOLDER`: copy a library, also one in use, into one file that is whole or is not there. */
async function backup({ path: given, mayReplace }: Asked) {
  const startedAt = performance.now()
  target = targetOf(given)
  if (existsSync(target) && !mayReplace) throw new CopyFault('target-exists', target)
  await assertRoomFor(library, path.dirname(target))
  const partial = await explaining('target', () => partialFile(path.dirname(target), 'backup'))
  const progress = showProgress(process.stderr)
  const held = await copyLibrary(library, partial.file, (done, of) =>
    progress.show(() => sayShare('Copying', done, of)),
  )
  await fetchOriginals(partial.file, openOriginals(originalsStore()), (done, of) =>
    progress.show(() => sayShare('Fetching originals from the store', done, of)),
  )
  await verifyCopy(
    partial.file,
    (done, of) => progress.show(() => sayShare('Reading the originals back', done, of)),
    held,
  )
  await publish(partial.file, target, { mayReplace })
  progress.end()
  return told(held, sayTook(startedAt))
}

/** The file that is to be written: the one that was named, or one of the time in a folder. */
function targetOf(given: string): string {
  const whole = path.resolve(given)
  const found = statSync(whole, { throwIfNoEntry: false })
  if (found?.isDirectory()) return path.join(whole, `strata-${stampOf(new Date())}.sqlite`)
  if (/[/\\]$/.test(given) || !statSync(path.dirname(whole), { throwIfNoEntry: false })?.isDirectory())
    throw new ArgumentFault(`There is no folder ${/[/\\]$/.test(given) ? whole : path.dirname(whole)}.`)
  if (found && !found.isFile()) throw new ArgumentFault(`${whole} is neither a file nor a folder.`)
  if (libraryFiles(folder).includes(whole))
    throw new ArgumentFault(`${whole} is the library itself. Name another file.`)
  return whole
}

function told(held: LibraryHoldings, { seconds, took }: ReturnType<typeof sayTook>) {
  const { size } = statSync(target)
  return {
    done: { file: target, bytes: size, ...describeHoldings(held), seconds },
    said: `${sayHoldings(held)} are in ${target} (${formatBytes(size)}, ${took}). Every original was read back and is what was kept: ${formatBytes(held.originalBytes)}.`,
  }
}

function wordFault(code: CopyFaultCode, reason: string): string {
  return {
    'source-is-missing': `There is no library in ${folder}. Set STRATA_DATA to the folder of the one that is meant.`,
    'source-is-unreadable': `The library in ${folder} cannot be read from here. Run this with the account that runs Strata. (${reason})`,
    'source-is-no-library': `${library} is no library of Strata. (${reason})`,
    'source-is-newer': 'The library was written by a newer Strata. Make the backup with that one.',
    'source-is-damaged': `The library is damaged, so there is no backup of it; those made before are as they were. (${reason})`,
    'source-is-busy': 'Another program keeps the library locked. Try again in a moment.',
    'target-exists': `${target} is there already. Name another file, or a folder, or let it be replaced with --replace.`,
    'target-has-no-room': `There is no room for the backup in ${path.dirname(target)}. (${reason})`,
    'target-is-not-writable': `Nothing can be written in ${path.dirname(target)}. (${reason})`,
    'library-is-in-use': reason,
    'library-is-not-empty': reason,
  }[code]
}

await runCommand({
  help: HELP,
  wants: 'Name one file or folder: npm run backup -- FILE|FOLDER',
  wordFault,
  carryOut: backup,
})
