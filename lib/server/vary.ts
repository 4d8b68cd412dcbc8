import type { ServerResponse } from 'node:http'

/** Say that the answer differs with what the browser can decode, once. */
export function varyByCoding(response: ServerResponse): void {
  const told = String(response.getHeader('vary') ?? '')
  if (!/\baccept-encoding\b/i.test(told)) response.appendHeader('vary', 'Accept-Encoding')
}
