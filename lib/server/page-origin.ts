import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * A cached page does not know under which address it will be asked for, and the picture of a shared link must name a
 * whole one. So pages are drawn with this address, which only this process knows, and answers name the one asked.
 */
export const placeholderOrigin = `http://${randomBytes(12).toString('hex')}.invalid`

/** A host name or address with an optional port, and nothing that markup could take for its own. */
const plainHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d{1,5})?$/i

/** The origin that the request was sent to; a server in front says with X-Forwarded-Proto that it was https. */
export function askedOrigin({ headers }: IncomingMessage): string {
  const host = headers.host ?? ''
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'
  return `${scheme}://${plainHost.test(host) ? host : 'localhost'}`
}
