/**
 * What can be wrong with the library itself, in words for whoever uploads or looks: what is wrong, what became of the
 * filings, what to do. In a file of its own because pages load it.
 */
export const libraryFaultWording = {
  'library-full':
    'The disk that holds the library is full, so nothing can be added. What was added before is still there. Make room on that disk, then try again.',
  'library-read-only':
    'Strata may not write to its library, so nothing can be added. What was added before is still there. Give the account that runs Strata the right to write to the library’s folder and the files in it, then try again.',
  'library-busy':
    'Another program keeps the library locked. Try again in a moment; if it stays locked, end the program that has library.sqlite open.',
  'library-damaged':
    'The library’s file is damaged, or the disk under it is failing. Nothing more is added to it. Stop Strata, put a backup in the place of the library’s folder, and start it again.',
  'library-gone':
    'The library’s file was deleted, moved or replaced while Strata was running, so nothing is read from it or added to it. Put the file back in its place; if that is another copy, restart Strata.',
  'library-is-newer':
    'The library was written by a newer Strata. Start that one, or set STRATA_DATA to another folder.',
  'library-has-no-folder':
    'The library’s folder cannot be made, because something else is in its place. Move that away, or set STRATA_DATA to another folder.',
  'library-unreachable':
    'The database that holds the library cannot be reached, so nothing can be shown or added. What was added before is safe in it. See that it runs, and that DATABASE_URL names it; once it answers, Strata goes on by itself.',
  'library-slow':
    'The database that holds the library took too long to answer. Try again in a moment; if it stays so, see what else it has to do.',
  'originals-unreachable':
    'The store that holds the original filings cannot be reached, so none can be added or opened; what was read of them is still shown. See that it runs, and that STRATA_BLOBS_ENDPOINT names it; once it answers, Strata goes on by itself.',
  'originals-refused':
    'The store that holds the original filings refuses what it is asked, so none can be added or opened; what was read of them is still shown. See that its bucket is there and has room, and that the keys may read, write and delete in it.',
  'original-is-lost':
    'The store no longer holds this original filing as it was kept; what was read of it is still shown. Put it back from a copy of the store, or add the same file again.',
  'originals-have-no-store':
    'This original filing is in a store that Strata was not told of; what was read of it is still shown. Set STRATA_BLOBS as it was when the filing was added, and start Strata again.',
  'library-has-no-engine':
    'DATABASE_URL names a kind of database that Strata does not know. Let it begin with postgres://, or leave it out for a library in a folder.',
} as const
export type LibraryFaultCode = keyof typeof libraryFaultWording

/** True for the code of something that is wrong with the library itself. */
export function isLibraryFaultCode(code: unknown): code is LibraryFaultCode {
  return typeof code === 'string' && Object.hasOwn(libraryFaultWording, code)
}

/**
 * The code of what is wrong with the library when that is why something failed, null for any other failure. It is known by
 * what it says and not by its class, for bundlers give a module several copies.
 */
export function faultCodeOf(fault: unknown): LibraryFaultCode | null {
  if (!(fault instanceof Error) || fault.name !== 'LibraryFault' || !('code' in fault)) return null
  return isLibraryFaultCode(fault.code) ? fault.code : null
}

/** The HTTP status that fits: 507 Insufficient Storage (RFC 4918, 11.5), or 503 for what somebody has to mend first. */
export function libraryFaultStatus(code: LibraryFaultCode): 503 | 507 {
  return code === 'library-full' ? 507 : 503
}
