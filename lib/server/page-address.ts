import type { Asker } from '../access/asker.ts'
import type { Lead } from './lead-address.ts'
import { readPageRequest } from './page-request.ts'

/** The header that says which address a page is drawn for, where people sign in: that leads back to it. */
export const pageAddressHeader = 'strata-page-address'

/** Where somebody signs in, to be led to an address of this site after it. */
export function signInHref(address: string): string {
  const to = localAddress(address)
  return to === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(to)}`
}

const anySite = 'http://localhost'

/** An address of this site as it is, without what a script of its own adds; the library in place of any other. */
export function localAddress(address: string | null | undefined): string {
  // Browsers take a backslash for a slash, and leave out what is not printed: both could lead to another host.
  if (!address || !/^\/(?!\/)[^\\\s\p{Cc}]*$/u.test(address) || !URL.canParse(address, anySite)) return '/'
  const { origin, pathname, search, searchParams } = new URL(address, anySite)
  if (origin !== anySite || pathname.startsWith('//') || pathname.startsWith('/sign-in')) return '/'
  if (!searchParams.has('_rsc')) return pathname + search
  searchParams.delete('_rsc')
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}

/** Who is not known is led from any page to where they sign in; null for anybody else, and for what is no page. */
export function signInLead(url: string, asker: Asker | null): Lead | null {
  if (asker === null || asker.person !== null || asker.links.length > 0) return null
  if (readPageRequest(url, {}) === null) return null
  return URL.parse(url, anySite)?.pathname === '/sign-in' ? null : { status: 307, location: signInHref(url) }
}
