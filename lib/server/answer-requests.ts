import type { IncomingMessage, ServerResponse } from 'node:http'
import { faultCodeOf } from '../library-faults.ts'
import { type HostRules, hostRules } from './asked-host.ts'
import type { Handler } from './draw-detached.ts'
import { drawingLane } from './drawing-lane.ts'
import { guardAnswer } from './guard-answer.ts'
import { judgeRequest } from './judge-request.ts'
import { type FindVersion, keptPages } from './kept-pages.ts'
import { sendOptions, sendRefusal } from './send-refusal.ts'
import { type AddressSettings, siteOrigin, toldUrl } from './site-address.ts'

/** Answers a request, and never throws. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Pages are drawn one after another: drawing one holds the thread for a tenth of a second, in steps, and whatever else is
 * asked waits for a step of every page that is under way. A page that waits for something else (the library, or a filing
 * that has to be read again) does not keep the next waiting.
 */
const drawingAtOnce = { most: 1, patienceMs: 1000 }

/** Calls and the site's own files are no pages; they pass the lane by. */
const passesLane = /^\/(?:api|_next)\//

/**
 * What stands between the network and the site: requests that are not meant for it, or cannot be understood, are refused;
 * pages of deals come from those that are kept; everything else is answered by Next, under guard.
 */
export function answerRequests(
  handle: Handler,
  { findVersion, settings }: { findVersion: FindVersion; settings: AddressSettings },
): Answer {
  const rules: HostRules = hostRules(settings)
  const told = toldUrl(settings)?.host
  const draw = drawingLane(drawingAtOnce)
  const pages = keptPages(handle, { findVersion, host: new URL(siteOrigin(settings)).host, draw })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = judgeRequest(request, rules)
    if (refusal !== null) return sendRefusal(request, response, refusal)
    if (request.method === 'OPTIONS') return sendOptions(request, response)
    if (await pages.answer(request, response)) return
    prepareRequest(request)
    const whole = guardAnswer(request, response)
    if (passesLane.test(request.url ?? '')) return await handle(request, response)
    await draw(async () => {
      if (response.destroyed) return
      // A page is drawn once it is whole here; whoever takes it slowly is not waited for.
      await Promise.race([handle(request, response), whole])
    })
  }

  /** Take away what Next would believe of a request, and have HEAD answered as GET: the body is not sent all the same. */
  function prepareRequest(request: IncomingMessage): void {
    const { headers } = request
    if (headers['x-forwarded-host'] !== told) delete headers['x-forwarded-host']
    delete headers['content-security-policy']
    delete headers['content-security-policy-report-only']
    headers['user-agent'] ??= 'unknown'
    if (request.method === 'HEAD') request.method = 'GET'
  }

  return async (request, response) => {
    try {
      await answer(request, response)
    } catch (fault) {
      // The library has logged what is wrong with it.
      const code = faultCodeOf(fault)
      if (code === null) console.error(fault)
      if (response.headersSent) response.destroy()
      else sendRefusal(request, response, code ?? 'service-failed')
    }
  }
}
