import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { askerHeader } from '../access/sealed-asker.ts'
import type { WholeAnswer } from './finish-page.ts'
import { pageAddressHeader } from './page-address.ts'
import type { Asked } from './page-request.ts'

/** Answers a request, as Next's own handler does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Who asks: pages are drawn whole for anybody who says who they are (`htmlLimitedBots` of next.config.js). */
const agent = 'Strata'

/**
 * Have something answered for nobody in particular: the request carries nothing but what is asked, and where people sign in
 * who asks, so the answer cannot depend on anything else, and it is finished even if who asked first has gone.
 */
export function drawDetached(
  handle: Handler,
  { url, headers, asker }: Asked,
  host: string,
): Promise<WholeAnswer> {
  const request = new IncomingMessage(new Socket())
  const who = asker === undefined ? {} : { [askerHeader]: asker, [pageAddressHeader]: url }
  Object.assign(request, { method: 'GET', url, headers: { host, 'user-agent': agent, ...headers, ...who } })
  request.push(null)
  const response = new GatheredResponse(request)
  return new Promise((resolve, reject) => {
    response.once('gathered', resolve)
    handle(request, response).catch(reject)
  })
}

/** A response that nobody is connected to: keeps what is written, and tells it with `gathered` once it has ended. */
class GatheredResponse extends ServerResponse {
  readonly #chunks: Buffer[] = []

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find(given => typeof given === 'object' && given !== null) as OutgoingHttpHeaders
    for (const [name, value] of Object.entries(headers ?? {}))
      if (value !== undefined) this.setHeader(name, value)
    return this
  }

  override flushHeaders(): void {}

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#gather(chunk)
    for (const argument of rest) if (typeof argument === 'function') process.nextTick(argument)
    return true
  }

  override end(...all: unknown[]): this {
    this.#gather(all[0])
    for (const argument of all) if (typeof argument === 'function') process.nextTick(argument)
    const headers = this.getHeaders()
    this.emit('gathered', { status: this.statusCode, headers, body: Buffer.concat(this.#chunks) })
    // Whoever writes waits for this.
    this.emit('finish')
    return this
  }

  #gather(chunk: unknown): void {
    if (typeof chunk === 'string') this.#chunks.push(Buffer.from(chunk))
    else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk))
  }
}
