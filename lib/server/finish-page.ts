import type { OutgoingHttpHeaders } from 'node:http'
import { isGroupRules } from '../layout/group-rules.ts'
import { libraryFaultStatus } from '../library-faults.ts'
import { failureStyle, failureWords, findFault } from './failure-words.ts'
import { inlineSources, joinData } from './page-scripts.ts'
import { retryHeaders } from './retry-after.ts'
import { contentPolicy } from './security-headers.ts'

/** An answer that has come whole. Names of headers are in small letters. */
export type WholeAnswer = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * How a page says that nothing is at its address once it has begun to be drawn (components/shell/not-here.tsx). By then
 * Next has answered 200; here the answer is still to be sent. As markup it cannot come from text, which React escapes.
 */
const notFoundMark = '<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"'

/**
 * How a page says so that stands there all the same: that of a deleted deal. Thrown as Next has it, scripts would put the
 * words for any unknown deal in its place (components/library/deleted-deals.tsx).
 */
const missingMark = '<template data-missing=""'

/** How a page says that it is not for whoever asks (components/access/refused.tsx). */
const refusedMark = '<template data-refused=""'

/**
 * A page as Next drew it made into the page that is sent: with the policy that lets its own scripts run and no others,
 * the right status, and words where it could not be drawn.
 */
export function finishPage({ status, headers, body }: WholeAnswer): WholeAnswer {
  // A character for each byte: hashes are of bytes, and nothing here looks at other characters than ASCII.
  const drawn = body.toString('latin1')
  const page = joinData(drawn)
  const fault = status >= 500 ? findFault(page) : null
  const whole = status >= 500 ? page + Buffer.from(failureWords(fault)).toString('latin1') : page
  return {
    status: fault === null ? statusOf(status, page) : libraryFaultStatus(fault),
    headers: {
      ...headers,
      ...retryHeaders([fault]),
      'content-security-policy': contentPolicy(inlineSources(whole, { isKnownStyle, report: reportOnce })),
      'cache-control': 'private, no-cache',
    },
    body: whole === drawn ? body : Buffer.from(whole, 'latin1'),
  }
}

function statusOf(status: number, page: string): number {
  if (status === 200 && page.includes(refusedMark)) return 403
  return status === 200 && [notFoundMark, missingMark].some(mark => page.includes(mark)) ? 404 : status
}

function isKnownStyle(text: string): boolean {
  return text === failureStyle || isGroupRules(text)
}

/** So many of a text's first characters say what it is. */
const shownCharacters = 200
let isReported = false

/** Browsers tell of each in their console; the log of the server tells of the first, for it is a fault of this code. */
function reportOnce(text: string): void {
  if (isReported) return
  isReported = true
  const shown = JSON.stringify(text.slice(0, shownCharacters))
  console.error(
    `A page has an inline script or style of no known shape, which browsers will not let run: ${shown}`,
  )
}
