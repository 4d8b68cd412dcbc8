import type { Printed } from '../report.ts'
import { dateAt } from './find-date.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'

/** `, dated as of `, ` (the "Agreement") dated `, ` is dated as of the ` */
const DATED = /(?: ?\([^)\n]{0,120}\))?,? ?(?:is )?dated:? (?:as of )?(?:the )?/iy

/** The date of the pooling and servicing agreement, or of the agreement or indenture that stands in for it. */
export function readAgreementDate(flow: Flow): Printed | null {
  return (
    readDateAfter(flow, 'pooling and servicing agreement') ??
    readDateAfter(flow, 'agreement') ??
    readDateAfter(flow, 'indenture')
  )
}

/** The dates of the prospectus and its supplement, each where the text says "dated". */
export function readProspectusDates(flow: Flow): { prospectus: Printed | null; supplement: Printed | null } {
  return {
    prospectus: readDateAfter(flow, 'prospectus'),
    supplement: readDateAfter(flow, 'prospectus supplement'),
  }
}

function readDateAfter(flow: Flow, words: string): Printed | null {
  for (const at of offsetsOf(flow, words)) {
    DATED.lastIndex = at + words.length
    if (!DATED.test(flow.text)) continue
    const date = dateAt(flow.text, DATED.lastIndex)
    if (date !== null) return printedInFlow(flow, date.from, date.to, date.value)
  }
  return null
}
