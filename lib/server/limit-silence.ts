import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/**
 * How long nothing may come of a request that has begun, in milliseconds: longer than uploads allow themselves
 * (receive-files.ts), which can still answer.
 */
const usualSilenceMs = 90_000
/** How long the headers of a request may take, in milliseconds, however they come. */
const usualHeadersMs = 30_000

/** For the server whose silence is limited: how often headers that take too long are looked for, in milliseconds. */
export const silenceOptions = { connectionsCheckingInterval: 5_000 }

/**
 * Let a request take as long as its connection needs, as long as something of it comes.
 *
 * Node gives a whole request five minutes, in which a slow line does not carry 50 MB. In the place of that limit stands one
 * on silence: a connection from which nothing comes in the middle of a request is closed, and whoever reads the request
 * hears that it broke off. While the request waits to be read here, it is not its sender who is silent. Headers are small,
 * so they have a limit in all.
 */
export function limitSilence(server: Server, silenceMs = usualSilenceMs, headersMs = usualHeadersMs): void {
  server.requestTimeout = 0
  server.headersTimeout = headersMs
  server.timeout = silenceMs
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    request.on('timeout', () => {
      if (request.readableLength === 0) request.destroy()
      else request.socket.setTimeout(silenceMs)
    })
    // An answer may take its time; with nobody listening, Node would close its connection.
    response.on('timeout', () => undefined)
  })
}
