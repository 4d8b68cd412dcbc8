import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { writeRefusal } from './send-refusal.ts'
import type { ErrorCode } from './service-errors.ts'

/** What Node's parser found wrong with a request, and what is told of it; anything else is malformed. */
const codeOf: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers-are-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-took-too-long',
}

/** What the parser had before it when it gave up. */
type ParseError = NodeJS.ErrnoException & { rawPacket?: Buffer }

function codeFor({ code = '', rawPacket }: ParseError): ErrorCode {
  const isMethod = code === 'HPE_INVALID_METHOD' && /^[A-Z-]+ /.test(rawPacket?.toString('latin1') ?? '')
  return isMethod ? 'method-is-not-allowed' : (codeOf[code] ?? 'request-is-malformed')
}

const allowed = { Allow: 'GET, HEAD, OPTIONS, POST' }

/** Answer what is no request, or none that a site answers, in the one shape of errors, and close the connection. */
export function refuseBrokenRequests(server: Server): void {
  server.on('clientError', (error: ParseError, socket: Duplex) => {
    if (error.code === 'ECONNRESET') socket.destroy()
    else refuse(socket, codeFor(error))
  })
  server.on('connect', (_request, socket: Duplex) => refuse(socket, 'method-is-not-allowed'))
}

function refuse(socket: Duplex, code: ErrorCode): void {
  socket.on('error', () => socket.destroy())
  writeRefusal(socket, code, code === 'method-is-not-allowed' ? allowed : {})
}
