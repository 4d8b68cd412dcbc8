import { type AddressSettings, toldUrl } from './site-address.ts'

/**
 * May this request write? A browser says where a request comes from, and only our own pages may write; scripts that are
 * no browsers say nothing and may.
 *
 * `Sec-Fetch-Site` is the browser's own word. Older browsers send `Origin` alone, which must name the host that
 * was asked, or the one that STRATA_URL says others ask.
 */
export function mayWrite(headers: Headers, settings: AddressSettings = process.env): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  const hosts = [headers.get('host'), toldUrl(settings)?.host]
  return URL.canParse(origin) && hosts.includes(new URL(origin).host)
}
