import type { Server, ServerResponse } from 'node:http'
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
 * to the request before it that is still under way is the last instead.
 */
export function refuseBrokenRequests(server: Server): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  server.on('request', ({ socket }, response) => {
    answers.set(socket, response)
    response.once('close', () => answers.delete(socket))
  })

  function refuse(socket: Duplex, code: ErrorCode): void {
    socket.on('error', () => socket.destroy())
    const underWay = answers.get(socket)
    if (underWay) underWay.once('close', () => socket.end())
    else writeRefusal(socket, code, code === 'method-is-not-allowed' ? allowed : {})
  }

  server.on('clientError', (error: ParseError, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy()
    else refuse(socket, codeFor(error))
  })
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 'method-is-not-allowed'))
}

function codeFor({ code = '', rawPacket, bytesParsed = 0 }: ParseError): ErrorCode {
  const isMethod = code === 'HPE_INVALID_METHOD' && /^[A-Z-]+ /.test(lineAround(rawPacket, bytesParsed))
  return isMethod ? 'method-is-not-allowed' : (codeOf[code] ?? 'request-is-malformed')
}

/** From the beginning of the line where the parser gave up. */
function lineAround(packet: Buffer = Buffer.alloc(0), at: number): string {
  return packet.subarray(packet.subarray(0, at).lastIndexOf('\n') + 1).toString('latin1')
}
