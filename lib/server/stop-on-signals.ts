import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { errorBody, wordError } from './service-errors.ts'

type Signal = 'SIGINT' | 'SIGTERM' | 'SIGHUP'

/** How long running answers may still take after a signal, and then closing the library, in milliseconds. */
const usualGrace = { answersMs: 9000, closingMs: 1000 }

/**
 * What comes so soon after the first signal is the same one, in milliseconds. Ctrl-C reaches the server from the terminal,
 * from the process that started it, and from npm by way of that process; the last two within some hundredths of a second.
 */
const sameSignalMs = 400

/** Answers that take no longer than this after a signal are not worth a word, in milliseconds. */
const sayWaitingAfterMs = 300

function waitingWords(seconds: number): string {
  return `Strata stops when the uploads under way are answered, in ${seconds} seconds at most; another Ctrl-C ends it at once.`
}

/** Ends the process: by the signal itself, which no thread can hold up. */
function endAtOnce(signal: Signal): void {
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
}

/**
 * End the process when it is told to, or when the one that started it is gone.
 *
 * At the first signal nothing new is accepted and sockets without a request are closed; requests that are running are
 * answered, then `close` runs and the process ends with 0. What is not answered within nine seconds gets
 * `service-is-stopping`, and the signal ends the process. A second signal ends it at once.
 *
 * To be called before the server listens.
 */
export function stopOnSignals(server: Server, close: () => Promise<void>, grace = usualGrace): void {
  const exchanges = trackExchanges(server)
  let stoppingSince: number | null = null

  async function stop(signal: Signal): Promise<void> {
    stoppingSince = Date.now()
    setTimeout(endAtOnce, grace.answersMs + grace.closingMs, signal)
    const finished = exchanges.finish()
    void within(sayWaitingAfterMs, finished).then(isOver => {
      if (!isOver) console.error(waitingWords(Math.round(grace.answersMs / 1000)))
    })
    const isAnswered = await within(grace.answersMs, finished)
    if (!isAnswered) await within(grace.closingMs / 2, exchanges.breakOff())
    await close()
    if (isAnswered) process.exit(0)
    endAtOnce(signal)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (stoppingSince === null) void stop(signal)
      else if (Date.now() - stoppingSince > sameSignalMs) endAtOnce(signal)
    })
  // Whoever started this process may have opened a channel to it, which closes when that one is gone.
  const stopAlone = () => {
    if (stoppingSince === null) void stop('SIGTERM')
  }
  if (process.connected) process.once('disconnect', stopAlone)
  else if (process.send !== undefined) stopAlone()
}

/** The server's sockets, and the answers that are under way on them. */
function trackExchanges(server: Server) {
  const sockets = new Set<Socket>()
  const running = new Set<ServerResponse>()
  let isStopping = false

  server.on('connection', socket => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.prependListener('request', (request, response) => {
    const { socket } = request
    running.add(response)
    response.shouldKeepAlive &&= !isStopping
    response.once('close', () => {
      running.delete(response)
      if (isStopping) socket.destroySoon()
    })
  })

  return {
    /** Accept nothing more; resolves when what is running has been answered and every socket is closed. */
    finish: () =>
      new Promise<void>(resolve => {
        isStopping = true
        server.close(() => resolve())
        const used = new Set([...running].map(response => response.socket))
        for (const socket of sockets) if (!used.has(socket)) socket.destroy()
        for (const response of running) response.shouldKeepAlive = false
      }),
    /** Answer what is still running that this service is stopping. */
    breakOff: () => Promise.all([...running].map(sayStopping)),
  }
}

function sayStopping(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    if (response.headersSent) return resolve()
    const [status] = wordError('service-is-stopping')
    response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' })
    response.end(JSON.stringify(errorBody('service-is-stopping')), resolve)
  })
}

/** True when the work ends within so many milliseconds. */
function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms, false)
    void work.then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}
