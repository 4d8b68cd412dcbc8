import type { IncomingHttpHeaders } from 'node:http'
import { askerHeader } from '../access/sealed-asker.ts'

/**
 * What a page is drawn from: its address, and for the parts of it that a script of ours asks for, what that has already.
 * Nothing else of a request: no page depends on who asks, but where STRATA_AUTH is set. Then `asker` is the header that says
 * who that is (access/sealed-asker.ts).
 */
export type Asked = { url: string; headers: Record<string, string>; asker?: string }

/** By these Next's own script asks for parts of a page. */
const partHeaders = [
  'rsc',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]

/**
 * What a request asks of a page; null where it asks for a call or a file, which nothing draws. An address is taken as it
 * leads: `/api/../deals/x` is a page.
 */
export function readPageRequest(url: string, headers: IncomingHttpHeaders): Asked | null {
  const path = pathOf(url)
  if (path === null || /^\/(?:api\/.|_next(?:\/|$))/.test(path) || /\.[^/]*$/.test(path)) return null
  const parts = partHeaders.flatMap(name => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  const asker = headers[askerHeader]
  return { url, headers: Object.fromEntries(parts), ...(typeof asker === 'string' && { asker }) }
}

/** True if a whole page is asked for. */
export function isWholePage({ headers }: Asked): boolean {
  return Object.keys(headers).length === 0
}

/** The deal that an address is of, by its slug; null for any other page. */
export function slugOf(url: string): string | null {
  return /^\/deals\/([a-z0-9-]+)(?:\/|$)/.exec(pathOf(url) ?? '')?.[1] ?? null
}

const anySite = 'http://localhost'

function pathOf(url: string): string | null {
  return URL.parse(url, anySite)?.pathname ?? null
}
