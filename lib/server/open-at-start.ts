import { statSync } from 'node:fs'
import path from 'node:path'
import { getLibrary, type Library, libraryFolder } from '../library/index.ts'
import { faultCodeOf, type LibraryFaultCode } from '../library-faults.ts'

/** What is wrong, and what to do, of whoever starts Strata. */
const sentences: Record<LibraryFaultCode, (folder: string) => [string, string]> = {
  'library-full': folder => [
    `there is no room on the disk of ${folder}`,
    'Make room there, or set STRATA_DATA to another folder.',
  ],
  'library-read-only': folder => [
    `it may not write to ${folder}`,
    'Give the account that runs Strata the right to write there and to the files in it, or set STRATA_DATA to another folder.',
  ],
  'library-busy': folder => [
    `another program keeps the library in ${folder} locked`,
    'End the program that has library.sqlite open, and start again.',
  ],
  'library-damaged': folder => [
    `the library in ${folder} is damaged`,
    'Put a backup in its place, or set STRATA_DATA to another folder.',
  ],
  'library-gone': folder => [
    `the files of the library in ${folder} went away while they were opened`,
    'Start again.',
  ],
  'library-is-newer': folder => [
    `the library in ${folder} was written by a newer Strata`,
    'Start that one, or set STRATA_DATA to another folder.',
  ],
  'library-unreachable': () => [
    'the database that DATABASE_URL names cannot be reached',
    'See that it runs, and that its address is right.',
  ],
  'library-slow': () => [
    'the database that DATABASE_URL names takes too long to answer',
    'See what else it has to do, and start again.',
  ],
  'originals-unreachable': () => [
    'the store that STRATA_BLOBS names cannot be reached',
    'See that it runs, and that its address is right.',
  ],
  'originals-refused': () => [
    'the store that STRATA_BLOBS names refuses what it is asked',
    'See that its bucket is there, and that the keys may read, write and delete in it.',
  ],
  'original-is-lost': () => [
    'an original filing is not in the store that STRATA_BLOBS names',
    'Put it back from a copy of the store.',
  ],
  'originals-have-no-store': () => [
    'STRATA_BLOBS is not understood',
    'Let it name a bucket and a prefix, such as s3://filings/strata, and set its keys.',
  ],
  'library-has-no-engine': () => [
    'DATABASE_URL names a kind of database that it does not know',
    'Let it begin with postgres://, or leave it out for a library in a folder.',
  ],
  'library-has-no-folder': folder => [
    `${folder} is no folder, and none can be made there`,
    'Move away what stands in its place, or set STRATA_DATA to another folder.',
  ],
}

const file = () => path.join(libraryFolder(), 'library.sqlite')

/**
 * Open the library before anything is served. When it cannot be opened, one sentence on standard error says why and what to
 * do, and the process ends with 1.
 */
export async function openAtStart(): Promise<Library> {
  const wasEmpty = statSync(file(), { throwIfNoEntry: false })?.size === 0
  try {
    const library = await getLibrary()
    if (wasEmpty) process.stderr.write(`${file()} was empty, so Strata began a new library in it.\n`)
    return library
  } catch (fault) {
    const code = faultCodeOf(fault)
    if (code === null || !(fault instanceof Error)) throw fault
    const [problem, advice] = sentences[code](libraryFolder())
    process.stderr.write(`Strata cannot start: ${problem} (${fault.message}). ${advice}\n`)
    return process.exit(1)
  }
}
