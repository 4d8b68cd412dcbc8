import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { stopOnSignals } from '../server/stop-on-signals.ts'

/**
 * For tests: a server that stops like Strata's. It answers when what was sent is whole, and writes on standard error where
 * it listens, as which process, started by which, and that it has closed what it holds. `GRACE` is how long answers may take after a signal, in milliseconds;
 * with `STUCK` closing never ends.
 */
const server = createServer(async (request, response) => {
  for await (const _ of request);
  response.end('kept')
})

function close(): Promise<void> {
  console.error('closed')
  return process.env.STUCK ? new Promise(() => undefined) : Promise.resolve()
}

const grace = process.env.GRACE
stopOnSignals(server, close, grace ? { answersMs: Number(grace), closingMs: 500 } : undefined)
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.error(`listening on ${port} as ${process.pid} for ${process.ppid}`)
})
