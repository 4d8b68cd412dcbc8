import type { IncomingMessage, ServerResponse } from 'node:http'
import { faultCodeOf } from '../library-faults.ts'
import { type HostRules, hostRules } from './asked-host.ts'
import type { Handler } from './draw-detached.ts'
import type { DrawPage } from './draw-page.ts'
import { guardAnswer } from './guard-answer.ts'
import { judgeRequest } from './judge-request.ts'
import { leadAddress, sendLead } from './lead-address.ts'
import { sendOptions, sendRefusal } from './send-refusal.ts'
import { type AddressSettings, toldUrl } from './site-address.ts'
import { type PagesLibrary, sitePages } from './site-pages.ts'

/** Answers a request, and never throws. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * What stands between the network and the site: requests that are not meant for it, or cannot be understood, are refused;
 * pages are drawn elsewhere or kept; everything else is answered by Next, under guard.
 */
export function answerRequests(
  handle: Handler,
  { draw, library, settings }: { draw: DrawPage; library: PagesLibrary; settings: AddressSettings },
): Answer {
  const rules: HostRules = hostRules(settings)
  const told = toldUrl(settings)?.host
  const answerPage = sitePages({ draw, library })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    takeWholeAddress(request)
    const refusal = judgeRequest(request, rules)
    if (refusal !== null) return sendRefusal(request, response, refusal)
    if (request.method === 'OPTIONS') return sendOptions(request, response)
    const lead = await leadAddress(request.url ?? '', library.findVersion)
    if (lead !== null) return sendLead(response, lead)
    if (await answerPage({ request, response })) return
    prepareRequest(request)
    guardAnswer(request, response)
    await handle(request, response)
  }

  /**
   * A target may be a whole address, as proxies ask: `GET http://localhost:3000/deals/x HTTP/1.1`. It goes before the Host.
   * Source: RFC 9112 (3.2.2).
   */
  function takeWholeAddress(request: IncomingMessage): void {
    const [, host, target] = /^https?:\/\/([^/?#]*)([^#]*)/i.exec(request.url ?? '') ?? []
    if (host === undefined) return
    request.headers.host = host
    request.url = target?.startsWith('/') ? target : `/${target}`
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
