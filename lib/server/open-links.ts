import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asker } from '../access/asker.ts'
import { sendLead } from './lead-address.ts'
import { keepTokens, splitToken, tokensOf } from './link-tokens.ts'
import { signInHref } from './page-address.ts'
import { readPageRequest } from './page-request.ts'

/**
 * Where somebody opens a link in a browser, that keeps it and goes on to the address without it, which can then be read,
 * reloaded and left like any other. A call with a link is answered at once. True where that is the answer.
 */
export function openLink(request: IncomingMessage, response: ServerResponse, asker: Asker | null): boolean {
  const { url = '', headers } = request
  const split = asker && splitToken(url)
  if (!split) return false
  request.url = split.rest
  if (readPageRequest(url, {}) === null) return false
  const opens = asker.links.length > 0
  if (opens) response.setHeader('Set-Cookie', keepTokens(tokensOf(headers.cookie, split.token)))
  const isLost = !opens && asker.person === null
  const signIn = signInHref(split.rest)
  sendLead(response, {
    status: 307,
    location: isLost ? `${signIn}${signIn.includes('?') ? '&' : '?'}problem=link` : split.rest,
  })
  return true
}
