/** The façade of the library: the only thing pages and routes import of it. */
export * from './deal-summary.ts'
export { getLibrary, libraryFolder, openLibraryBy, presentReader } from './get-library.ts'
export * from './library.ts'
export { LibraryFault } from './library-fault.ts'
export { lookIntoLibrary } from './open-library.ts'
export { readDealsQuery } from './read-deals-query.ts'
export * from './report-part.ts'
export { loadTables, wholeTable } from './whole-table.ts'
