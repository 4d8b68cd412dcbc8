import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { writeRefusal } from './send-refusal.ts'
import type { ErrorCode } from './service-errors.ts'

/** What Node's parser found wrong with a request, and what is told of it; anything else is malformed. */
const codeOf: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers-are-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-took-too-long',
}

const allowed = { Allow: 'GET, HEAD, OPTIONS, POST' }

/** What the parser had before it when it gave up, and how far it had come. */
type ParseError = NodeJS.ErrnoException & { rawPacket?: Buffer; bytesParsed?: number }

/**
 * Answer what is no request, or none that a site answers, in the one shape of errors, and close the connection. An answer
 * to the request before it that is still under way is the last instead, unless it is the body of that request that breaks
 * off: then it is refused, and whoever reads it hears at once that no more comes.
 */
export function refuseBrokenRequests(server: Server): void {
  const underWay = new WeakMap<Duplex, { request: IncomingMessage; response: ServerResponse }>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    underWay.set(socket, { request, response })
    response.once('close', () => underWay.delete(socket))
  })

  /** Many requests of one connection may be broken. */
  const refused = new WeakSet<Duplex>()

  function refuse(socket: Duplex, code: ErrorCode): void {
    if (!refused.has(socket)) socket.on('error', () => socket.destroy())
    refused.add(socket)
    const { request, response } = underWay.get(socket) ?? {}
    if (request?.complete) return void response?.once('close', () => socket.end())
    if (!response?.headersSent) writeRefusal(socket, code, code === 'method-is-not-allowed' ? allowed : {})
    if (request) endWith(socket)
  }

  server.on('clientError', (error: ParseError, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy()
    else refuse(socket, codeFor(error))
  })
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 'method-is-not-allowed'))
}

/** Close a connection once what was written is on its way, and with it whatever reads from it. */
function endWith(socket: Duplex): void {
  if (socket.writableFinished || !socket.writableEnded) socket.destroy()
  else socket.once('finish', () => socket.destroy())
}

function codeFor({ code = '', rawPacket, bytesParsed = 0 }: ParseError): ErrorCode {
  const isMethod = code === 'HPE_INVALID_METHOD' && /^[A-Z-]+ /.test(lineAround(rawPacket, bytesParsed))
  return isMethod ? 'method-is-not-allowed' : (codeOf[code] ?? 'request-is-malformed')
}

/** From the beginning of the line where the parser gave up. */
function lineAround(packet: Buffer = Buffer.alloc(0), at: number): string {
  return packet.subarray(packet.subarray(0, at).lastIndexOf('\n') + 1).toString('latin1')
}
