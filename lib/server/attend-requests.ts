import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer-requests.ts'
import { clientAddress, isFromProxy } from './client-address.ts'
import { limitClients } from './client-limits.ts'
import { inRequest, requestIdOf } from './request-id.ts'
import { isForWatchers, isUpload, requestKind } from './request-kind.ts'
import type { RequestEntry, RequestLog } from './request-log.ts'
import { sendRefusal } from './send-refusal.ts'
import type { ServiceSettings } from './service-settings.ts'

/** Told of each request when it begins and when its answer is over, whichever way. */
export type RequestWatch = { begun: () => void; over: (entry: RequestEntry) => void }

type Attending = {
  settings: Pick<ServiceSettings, 'proxies' | 'clients'>
  log: RequestLog
  watch: RequestWatch
}

const refusals = { requests: 'requests-are-too-many', uploads: 'uploads-are-too-many' } as const

/**
 * Attend to each request from its first line to the end of its answer: it gets an id, which the answer has as `X-Request-Id`;
 * a client that has too much under way is told to wait (429); what became of it is logged and counted.
 */
export function attendRequests(answer: Answer, { settings, log, watch }: Attending): Answer {
  const clients = limitClients(settings.clients)
  return async (request, response) => {
    const startedAt = performance.now()
    const { method = '', url = '' } = request
    const { address } = clientAddress(request, settings.proxies)
    const id = requestIdOf(request.headers, isFromProxy(request, settings.proxies))
    response.setHeader('X-Request-Id', id)
    const sends = isUpload(url, method)
    const tooMany = isForWatchers(url) ? null : clients.begin(address, sends)
    watch.begun()
    response.once('close', () => {
      if (tooMany === null && !isForWatchers(url)) clients.end(address, sends)
      const entry = entryOf(request, response, {
        id,
        client: address,
        method,
        ms: performance.now() - startedAt,
      })
      watch.over(entry)
      log.request(entry)
    })
    await inRequest(id, () =>
      tooMany === null ? answer(request, response) : sendRefusal(request, response, refusals[tooMany]),
    )
  }
}

type Known = Pick<RequestEntry, 'id' | 'client' | 'method' | 'ms'>

function entryOf({ url = '' }: IncomingMessage, response: ServerResponse, known: Known): RequestEntry {
  return {
    ...known,
    path: url.split('?', 1)[0] ?? '',
    kind: requestKind(url, known.method),
    status: response.statusCode,
    isWhole: response.writableFinished,
  }
}
