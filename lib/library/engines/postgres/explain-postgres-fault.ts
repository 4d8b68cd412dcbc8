import type { LibraryFaultCode } from '../../../library-faults.ts'
import { describeFault, LibraryFault, systemCodeOf } from '../../library-fault.ts'

/**
 * What PostgreSQL's codes and those of the network mean for the library, first match first. Source: the appendix "PostgreSQL
 * Error Codes" of its documentation.
 */
const meanings: readonly [RegExp, LibraryFaultCode][] = [
  [/^53100/, 'library-full'],
  [/^(25006|42501)/, 'library-read-only'],
  [/^(57014|55P03|40001|40P01|53200|53400)/, 'library-slow'],
  [/^(XX00[12]|42P01|42P07|42703)/, 'library-damaged'],
  // Of a connection, of who may have one, of a server that starts or stops, of too many, of no such database.
  [/^(08...|28...|57P0.|53300|3D000|3F000)$/, 'library-unreachable'],
  [/^E(CONN|PIPE|NOTFOUND|TIMEDOUT|AI_AGAIN|HOST|NET|ADDR|NOENT|ACCES)/, 'library-unreachable'],
  [/^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL)/, 'library-unreachable'],
]

/** What the driver says itself, without a code. */
const sayings: readonly [RegExp, LibraryFaultCode][] = [
  [/^Query read timeout/, 'library-slow'],
  [
    /^Connection terminated|timeout exceeded when trying to connect|is not queryable|connection has been discarded|^The server does not support SSL|^SASL|has already been destroyed/,
    'library-unreachable',
  ],
]

/** A fault as what it means for a library in PostgreSQL: null when it says nothing about the library, as a bug of ours. */
export function explainPostgresFault(fault: unknown): LibraryFault | null {
  if (fault instanceof LibraryFault) return fault
  if (!(fault instanceof Error)) return null
  const code = systemCodeOf(fault)
  const known = code === '' ? sayings.find(([pattern]) => pattern.test(fault.message)) : meaningOf(code)
  return known === undefined ? null : new LibraryFault(known[1], describeFault(fault))
}

const meaningOf = (code: string) => meanings.find(([pattern]) => pattern.test(code))
