import { isBusy } from '../is-busy.ts'

/** Why a library was not copied, or a copy not put in its place. */
export type CopyFaultCode =
  | 'source-is-missing'
  | 'source-is-unreadable'
  | 'source-is-no-library'
  | 'source-is-newer'
  | 'source-is-damaged'
  | 'source-is-busy'
  | 'target-exists'
  | 'target-has-no-room'
  | 'target-is-not-writable'
  | 'library-is-in-use'
  | 'library-is-not-empty'

/** `message` is the cause in the words of whoever met it. */
export class CopyFault extends Error {
  override readonly name = 'CopyFault'
  readonly code: CopyFaultCode

  constructor(code: CopyFaultCode, reason: string) {
    super(reason)
    this.code = code
  }
}

const meaningsOfSource: readonly [RegExp, CopyFaultCode][] = [
  [/^ENOENT|^ENOTDIR/, 'source-is-missing'],
  [/^SQLITE_NOTADB/, 'source-is-no-library'],
  [/^SQLITE_(CORRUPT|FORMAT|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA))/, 'source-is-damaged'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|AUTH|IOERR)|^E(ACCES|PERM|IO|ISDIR)/, 'source-is-unreadable'],
]

/** What is read while something is written may be broken as well. */
const meaningsOfTarget: readonly [RegExp, CopyFaultCode][] = [
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA))/, 'source-is-damaged'],
  [/^SQLITE_FULL|^E(NOSPC|DQUOT|FBIG)/, 'target-has-no-room'],
  [/^EEXIST/, 'target-exists'],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|^E(ROFS|ACCES|PERM|IO|NOENT|NOTDIR)/, 'target-is-not-writable'],
]

/** `work` with what goes wrong with the file that it reads or writes thrown as a CopyFault. */
export async function explaining<T>(of: 'source' | 'target', work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    throw explain(fault, of === 'source' ? meaningsOfSource : meaningsOfTarget)
  }
}

function explain(fault: unknown, meanings: readonly [RegExp, CopyFaultCode][]): unknown {
  if (fault instanceof CopyFault || !(fault instanceof Error) || !('code' in fault)) return fault
  if (isBusy(fault)) return new CopyFault('source-is-busy', fault.message)
  const [, code] = meanings.find(([pattern]) => pattern.test(String(fault.code))) ?? []
  return code === undefined ? fault : new CopyFault(code, fault.message)
}
