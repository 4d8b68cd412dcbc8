import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { guardPage, isPagePath } from './guard-page.ts'
import { placeholderOrigin } from './page-origin.ts'

/**
 * `node lib/server/serve.ts`: serve the built site on HOST and PORT. Next's own server with two things of ours: pages get
 * a script nonce (guard-page.ts), and a signal lets running answers end before the process does.
 */
const root = path.join(import.meta.dirname, '../..')
const hostname = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)

/** How long answers may still take after a signal, in milliseconds. */
const graceMs = 5000

process.env.STRATA_ORIGIN = placeholderOrigin
const app = next({ dev: false, dir: root, hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

const server = createServer((request, response) => {
  if (isPagePath(request.url ?? '/')) guardPage(request, response)
  handle(request, response).catch(error => {
    console.error(error)
    if (!response.headersSent) response.statusCode = 500
    response.end()
  })
})

function stop(): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), graceMs).unref()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)

server.listen(port, hostname)
