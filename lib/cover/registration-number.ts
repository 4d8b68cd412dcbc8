import type { Printed } from '../report.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'

const REGISTRATION =
  /(?:registration(?: statement)?(?:,? (?:commission )?file)?|sec file|(?<!commission )file) (?:nos?\.?|numbers?)(?: of| is)?:? ?(3{2,3}-\d{4,6}(?:-\d{1,3})?)/iy
/** What every registration number follows. */
const NUMBERED = ['registration', 'file n']
const LOOKED_AT = 60_000

/**
 * The registration number that a prospectus or term sheet names where it has no cover of a report.
 *
 * > Filed under Rule 433, Registration Statement No. 333-900417
 */
export function readRegistrationNumber(flow: Flow): Printed | null {
  for (const words of NUMBERED)
    for (const at of offsetsOf(flow, words)) {
      if (at > LOOKED_AT) break
      REGISTRATION.lastIndex = at
      const found = REGISTRATION.exec(flow.text)
      const number = found?.[1]
      if (found === null || number === undefined) continue
      const end = at + found[0].length
      return printedInFlow(flow, end - number.length, end)
    }
  return null
}
