import { isIP } from 'node:net'

/** What the process was told about where it is reached: STRATA_URL, STRATA_HOSTS, HOST and PORT of its environment. */
export type AddressSettings = { readonly [name: string]: string | undefined }

/** Addresses that stand for every address of the machine. */
const everyAddress = ['0.0.0.0', '::']
const loopback = ['127.0.0.1', '::1']

/** True if the server listens on every address of the machine, not on one. */
export function listensEverywhere({ HOST = '' }: AddressSettings): boolean {
  return everyAddress.includes(HOST)
}

/** STRATA_URL, where it is an address of the web; null where it is missing or is none. */
export function toldUrl({ STRATA_URL = '' }: AddressSettings): URL | null {
  const url = URL.canParse(STRATA_URL) ? new URL(STRATA_URL) : null
  return url && /^https?:$/.test(url.protocol) ? url : null
}

/**
 * The origin that shared links and their pictures name: STRATA_URL's, else HOST with PORT, where HOST is something that
 * others can use too, else localhost. Never what a request says of itself, which anybody can make up.
 */
export function siteOrigin(settings: AddressSettings): string {
  const { HOST = '', PORT = '' } = settings
  const told = toldUrl(settings)
  if (told) return told.origin
  const isUsable = HOST !== '' && !loopback.includes(HOST) && !listensEverywhere(settings)
  const origin = `http://${isUsable ? inAddress(HOST) : 'localhost'}:${PORT || '3000'}`
  return URL.canParse(origin) ? new URL(origin).origin : 'http://localhost:3000'
}

/** A host as addresses have it: an IPv6 address stands in brackets. */
export function inAddress(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}
