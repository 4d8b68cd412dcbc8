import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

const underWay = new AsyncLocalStorage<string>()

/** As proxies and programs make them: long enough to be one of a kind, and nothing that a log would read as more than a word. */
const wellFormed = /^[A-Za-z0-9._:=+/-]{8,128}$/

/** What a request is known by in logs: the id that a proxy gave it, where that may be believed and is well formed, or a new one. */
export function requestIdOf(headers: IncomingHttpHeaders, isBelieved: boolean): string {
  const given = headers['x-request-id']
  return isBelieved && typeof given === 'string' && wellFormed.test(given)
    ? given
    : randomBytes(12).toString('base64url')
}

/** `work`, and all that it has done later, in the name of a request. */
export function inRequest<T>(id: string, work: () => T): T {
  return underWay.run(id, work)
}

/** The request in whose name this is done; undefined for what is done in none. */
export function presentRequest(): string | undefined {
  return underWay.getStore()
}
