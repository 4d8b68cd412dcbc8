import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { AccessSettings, AccessToken, ProxySettings } from '../access/access-settings.ts'
import { type Asker, type HeldLink, nobody, type Person } from '../access/asker.ts'
import { roleOf } from '../access/role-lists.ts'
import { isFromProxy, type ProxyRules } from './client-address.ts'
import { hashToken, splitToken, tokensOf } from './link-tokens.ts'
import { findKept, personOf } from './sign-in/sessions.ts'

/** Who makes a request; null where nobody is asked who they are. */
export type FindAsker = (request: IncomingMessage) => Promise<Asker | null>

type Finding = {
  access: AccessSettings
  proxies: ProxyRules
  /** The link with a token of this hash, while it opens anything. */
  findLink: (tokenHash: string) => Promise<HeldLink | null>
  /** The instant before which sessions of somebody do not count; null where all do. */
  findSessionsEnd: (person: string) => Promise<string | null>
}

/**
 * Finds who makes a request: a program by its token, else a person by what a trusted proxy says, or by what their browser
 * kept when they signed in; and which links they have. Nothing that a request says is believed without one of these.
 */
export function askerFinder({ access, proxies, findLink, findSessionsEnd }: Finding): FindAsker {
  return async request => {
    // The site's own files are for anybody, and a page has many.
    if (request.url?.startsWith('/_next/')) return nobody
    const person = findByToken(request.headers, access.tokens) ?? (await findPerson(request))
    return { person, links: await findLinks(request) }
  }

  async function findLinks({ url = '', headers }: IncomingMessage): Promise<HeldLink[]> {
    const tokens = tokensOf(headers.cookie, splitToken(url)?.token ?? null)
    const found = await Promise.all(tokens.map(token => findLink(hashToken(token))))
    return found.flatMap(link => link ?? [])
  }

  async function findPerson(request: IncomingMessage): Promise<Person | null> {
    if (access.by === 'proxy')
      return isFromProxy(request, proxies) ? readProxied(request.headers, access) : null
    const session = await findKept('session', request.headers.cookie, access.provider)
    if (session === null) return null
    const person = personOf(session, access)
    const end = await findSessionsEnd(person.id)
    return end !== null && session.since <= end ? null : person
  }
}

/** A program sends its token as RFC 6750 (2.1) has it; of those that may ask only hashes are known. */
function findByToken(
  { authorization = '' }: IncomingHttpHeaders,
  tokens: readonly AccessToken[],
): Person | null {
  const [, token] = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization) ?? []
  if (token === undefined || tokens.length === 0) return null
  const sha256 = createHash('sha256').update(token).digest('hex')
  const known = tokens.find(one => one.sha256 === sha256)
  return known ? { id: `token:${known.name}`, name: known.name, role: known.role, by: 'token' } : null
}

/** A header that is there twice comes joined by a comma: then somebody else than the proxy may have written one of them. */
const oneName = /^[^\s,;"<>]{1,200}$/

function readProxied(
  headers: IncomingHttpHeaders,
  { lists, proxy: { header, groupsHeader } }: AccessSettings & { proxy: ProxySettings },
): Person | null {
  const told = headers[header]
  if (typeof told !== 'string' || !oneName.test(told)) return null
  const groups = [headers[groupsHeader] ?? []]
    .flat()
    .flatMap(list => list.split(','))
    .map(group => group.trim())
    .filter(group => group !== '')
  return { id: told, name: told, role: roleOf({ address: told, groups }, lists), by: 'proxy' }
}
