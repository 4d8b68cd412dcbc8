import { hash, randomBytes } from 'node:crypto'
import { parseCookie, stringifySetCookie } from 'cookie'
import { siteOrigin } from './site-address.ts'

/** What opens a link is a text that nobody guesses; only its hash is kept. */
export const newToken = () => randomBytes(24).toString('base64url')
export const hashToken = (token: string) => hash('sha256', token, 'hex')

const wellFormed = /^[\w-]{32}$/

/** A browser keeps so many, the latest first; with more, the oldest no longer opens there. */
const mostKept = 8
/** In seconds: whoever opens a link again starts this anew, and an expired link opens nothing whatever a browser keeps. */
const keptSeconds = 30 * 86_400

/**
 * The token that stands in an address, and the address without it; null where there is none.
 *
 * > /deals/harbor-point-trust-2001-4?measure=count&link=Zm9v…
 */
export function splitToken(url: string): { token: string; rest: string } | null {
  const at = url.indexOf('?')
  if (at < 0) return null
  const pairs = url.slice(at + 1).split('&')
  const own = pairs.find(pair => pair.startsWith('link='))
  if (own === undefined) return null
  const rest = pairs.filter(pair => !pair.startsWith('link=')).join('&')
  return { token: own.slice('link='.length), rest: url.slice(0, at) + (rest === '' ? '' : `?${rest}`) }
}

/** An address with the token that opens it, for whoever is sent it. */
export function linkUrl(address: string, token: string): string {
  return `${siteOrigin(process.env)}${address}${address.includes('?') ? '&' : '?'}link=${token}`
}

const isSecure = () => siteOrigin(process.env).startsWith('https:')
const cookieName = () => `${isSecure() ? '__Host-' : ''}strata-links`

/** The tokens that a browser keeps, and the one of the address first. */
export function tokensOf(cookie: string | undefined, inAddress: string | null): string[] {
  const kept = parseCookie(cookie ?? '')[cookieName()]?.split('.') ?? []
  const all = new Set([...(inAddress === null ? [] : [inAddress]), ...kept])
  return [...all].filter(token => wellFormed.test(token)).slice(0, mostKept)
}

/** The header by which a browser keeps tokens. */
export function keepTokens(tokens: readonly string[]): string {
  return stringifySetCookie({
    name: cookieName(),
    value: tokens.join('.'),
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: keptSeconds,
  })
}
