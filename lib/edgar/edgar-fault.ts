import { type EdgarFaultCode, edgarFaultWording, isEdgarFaultCode } from '../edgar-faults.ts'

/** Why something was not fetched from EDGAR. `mayPass` is true for what may be over when it is asked for again. */
export class EdgarFault extends Error {
  readonly code: EdgarFaultCode
  readonly mayPass: boolean

  constructor(code: EdgarFaultCode, { mayPass = false, cause }: { mayPass?: boolean; cause?: unknown } = {}) {
    super(edgarFaultWording[code], { cause })
    this.name = 'EdgarFault'
    this.code = code
    this.mayPass = mayPass
  }
}

/** The code of such a fault, null for any other. It is known by what it says, for bundlers give a module several copies. */
export function edgarFaultCodeOf(fault: unknown): EdgarFaultCode | null {
  if (!(fault instanceof Error) || fault.name !== 'EdgarFault' || !('code' in fault)) return null
  return isEdgarFaultCode(fault.code) ? fault.code : null
}
