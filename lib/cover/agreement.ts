import type { Printed } from '../report.ts'
import { dateAt } from './find-date.ts'
import { type Flow, offsetsOf, printedInFlow } from './flow.ts'

/** `, dated as of `, ` (the "Agreement") dated `, ` is dated as of the ` */
const DATED = /(?: ?\([^)\n]{0,120}\))?,? ?(?:is )?dated:? (?:as of )?(?:the )?/iy

/** How far before the second of two dates "dated" may stand. */
const LONGEST_BETWEEN = 120

/** The date of the pooling and servicing agreement, or of the agreement or indenture that stands in for it. */
export function readAgreementDate(flow: Flow): Printed | null {
  return (
    readDateAfter(flow, 'pooling and servicing agreement') ??
    readDateAfter(flow, 'agreement') ??
    readDateAfter(flow, 'indenture')
  )
}

/** The dates of the prospectus and its supplement, each where the text says "dated", of both at once or of each. */
export function readProspectusDates(flow: Flow): { prospectus: Printed | null; supplement: Printed | null } {
  if (!flow.lower.includes('prospectus')) return { prospectus: null, supplement: null }
  const read = (words: string) => readDateAfter(flow, words) ?? readSecondDate(flow, words)
  return {
    prospectus: read('prospectus'),
    supplement: read('prospectus supplement') ?? readOwnDate(flow, 'date of this prospectus supplement is '),
  }
}

/** `The date of this prospectus supplement is October 25, 2004.` */
function readOwnDate(flow: Flow, words: string): Printed | null {
  for (const at of offsetsOf(flow, words)) {
    const date = dateAt(flow.text, at + words.length)
    if (date !== null) return printedInFlow(flow, date.from, date.to, date.value)
  }
  return null
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

/** In `The prospectus is dated May 20, 2003 and the prospectus supplement June 24, 2003` "dated" is said once for both. */
function readSecondDate(flow: Flow, words: string): Printed | null {
  for (const at of offsetsOf(flow, `${words} `)) {
    const date = dateAt(flow.text, at + words.length + 1)
    const before = flow.lower.slice(Math.max(0, at - LONGEST_BETWEEN), at)
    if (date !== null && /\bdated [^.;\n]*$/.test(before))
      return printedInFlow(flow, date.from, date.to, date.value)
  }
  return null
}
