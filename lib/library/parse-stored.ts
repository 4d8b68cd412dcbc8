import { describeFault, LibraryFault } from './library-fault.ts'

/** JSON that the library wrote, `what` being its name for the log. Throws a LibraryFault when it is not JSON any more. */
export function parseStored(json: string, what: string): unknown {
  try {
    return JSON.parse(json)
  } catch (fault) {
    throw new LibraryFault('library-damaged', `${what} is not JSON: ${describeFault(fault)}`)
  }
}
