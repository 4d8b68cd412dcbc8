import { statSync } from 'node:fs'
import path from 'node:path'
import { showProgress } from '../cli/progress-line.ts'
import { formatBytes } from '../format/index.ts'
import { type CopyFaultCode, explaining } from '../library/engines/sqlite/copy-fault.ts'
import { copyLibrary, type LibraryHoldings } from '../library/engines/sqlite/copy-library.ts'
import { sendOriginals } from '../library/engines/sqlite/copy-originals.ts'
import { assertMayPlace, bringToNewest, placeCopy } from '../library/engines/sqlite/place-copy.ts'
import { verifyCopy } from '../library/engines/sqlite/verify-copy.ts'
import { libraryFiles, libraryFolder, originalsStore } from '../library/library-files.ts'
import { makeFolder } from '../library/make-folder.ts'
import { openOriginals } from '../library/originals/originals.ts'
import { ArgumentFault, type Asked, runCommand } from './keeping-command.ts'
import { partialFile } from './partial-file.ts'
import { assertRoomFor, describeHoldings, sayHoldings, sayShare, sayTook, stampOf } from './say-copy.ts'

const HELP = `npm run restore -- [--replace] [--json] FILE
  Puts a backup in the place of the library (STRATA_DATA, else .strata), once every original in it was read and has the
  SHA-256 that it was kept under. Strata must be stopped. A library that holds something is left alone.
  With STRATA_BLOBS the originals go into that store, else they stay in the library's file.
  --replace puts the backup in its place all the same; what was there is kept beside it under another name.
  --json prints what was done as one JSON object.

Exit code: 0 when the library is the one of the backup, 1 when nothing was changed, 2 when nothing could begin.
`

const folder = libraryFolder()
let source = ''

/** `npm run restore -- FILE`: put a backup in the place of a library, at once and whole. */
async function restore({ path: given, mayReplace }: Asked) {
  const startedAt = performance.now()
  source = sourceOf(given)
  makeFolder(folder)
  await assertMayPlace(folder, mayReplace)
  await assertRoomFor(source, folder)
  const partial = await explaining('target', () => partialFile(folder, 'restore'))
  const progress = showProgress(process.stderr)
  const held = await copyLibrary(source, partial.file, (done, of) =>
    progress.show(() => sayShare('Copying', done, of)),
  )
  await verifyCopy(
    partial.file,
    (done, of) => progress.show(() => sayShare('Reading the originals', done, of)),
    held,
  )
  await bringToNewest(partial.file)
  const store = originalsStore()
  if (store !== null)
    await sendOriginals(partial.file, openOriginals(store), (done, of) =>
      progress.show(() => sayShare('Putting originals into the store', done, of)),
    )
  const kept = await placeCopy(partial.file, folder, { mayReplace, stamp: stampOf(new Date()) })
  progress.end()
  return told(held, kept, sayTook(startedAt))
}

function sourceOf(given: string): string {
  const whole = path.resolve(given)
  const found = statSync(whole, { throwIfNoEntry: false })
  if (found === undefined) throw new ArgumentFault(`There is no file ${whole}.`)
  if (!found.isFile()) throw new ArgumentFault(`${whole} is not a file. Name one backup.`)
  if (libraryFiles(folder).includes(whole))
    throw new ArgumentFault(`${whole} is the library itself. Name a backup.`)
  return whole
}

function told(held: LibraryHoldings, kept: string | null, { seconds, took }: ReturnType<typeof sayTook>) {
  const said = [
    `The library in ${folder} is that of ${source}: ${sayHoldings(held)} (${took}). Every original is what was kept: ${formatBytes(held.originalBytes)}.`,
    ...(kept === null ? [] : [`What was there before is ${kept}. Delete it when it is not needed any more.`]),
  ]
  return {
    done: { library: folder, from: source, kept, ...describeHoldings(held), seconds },
    said: said.join('\n'),
  }
}

function wordFault(code: CopyFaultCode, reason: string): string {
  return {
    'source-is-missing': `There is no file ${source}.`,
    'source-is-unreadable': `${source} cannot be read. (${reason})`,
    'source-is-no-library': `${source} is no backup of a library. Nothing was changed. (${reason})`,
    'source-is-newer': 'The backup is of a newer Strata. Restore it with that one. Nothing was changed.',
    'source-is-damaged': `The backup is damaged, so it was not put in place. Nothing was changed. (${reason})`,
    'source-is-busy': 'Another program keeps the file locked. Try again in a moment.',
    'target-exists': reason,
    'target-has-no-room': `There is no room for the library in ${folder}. Nothing was changed. (${reason})`,
    'target-is-not-writable': `Nothing can be written in ${folder}. Nothing was changed. (${reason})`,
    'library-is-in-use': `The library in ${folder} is open in another process. Stop Strata, then try again.`,
    'library-is-not-empty': `The library in ${folder} holds filings already. Set STRATA_DATA to another folder, or have it replaced with --replace: it is kept under another name then.`,
  }[code]
}

await runCommand({
  help: HELP,
  wants: 'Name one backup: npm run restore -- FILE',
  wordFault,
  carryOut: restore,
})
