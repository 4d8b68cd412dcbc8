import { createServer } from 'node:http'
import path from 'node:path'
import next from 'next'
import { getLibrary } from '../library/index.ts'
import { answerRequests } from './answer-requests.ts'
import { refuseBrokenRequests } from './client-errors.ts'
import { limitSilence } from './limit-silence.ts'

/**
 * `node lib/server/serve.ts`: serve the built site on HOST and PORT. Next's own server with two things of ours: what stands
 * between it and the network (answer-requests.ts), and a signal lets running answers end before the process does.
 */
const root = path.join(import.meta.dirname, '../..')
const hostname = process.env.HOST || '127.0.0.1'
const port = Number(process.env.PORT || 3000)

/** How long answers may still take after a signal, in milliseconds. */
const graceMs = 5000

const app = next({ dev: false, dir: root, hostname, port })
await app.prepare()

const answer = answerRequests(app.getRequestHandler(), {
  findVersion: async slug => (await getLibrary()).findVersion(slug),
  settings: process.env,
})
const server = createServer(answer)
refuseBrokenRequests(server)
limitSilence(server)

function stop(): void {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), graceMs).unref()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop)

server.listen(port, hostname)
