import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asker } from '../access/asker.ts'
import { askerHeader, sealAsker } from '../access/sealed-asker.ts'
import { faultCodeOf } from '../library-faults.ts'
import { type HostRules, hostRules } from './asked-host.ts'
import type { Handler } from './draw-detached.ts'
import type { DrawPage } from './draw-page.ts'
import type { FindAsker } from './find-asker.ts'
import { guardAnswer } from './guard-answer.ts'
import { judgeRequest } from './judge-request.ts'
import { leadAddress, sendLead } from './lead-address.ts'
import { clientHeader } from './note-act.ts'
import { openLink } from './open-links.ts'
import { pageAddressHeader, signInLead } from './page-address.ts'
import { sendOptions, sendRefusal } from './send-refusal.ts'
import { type AddressSettings, toldUrl } from './site-address.ts'
import { type PagesLibrary, sitePages } from './site-pages.ts'

/** Answers a request, and never throws. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type AnsweringOptions = {
  draw: DrawPage
  library: PagesLibrary
  settings: AddressSettings
  /** Nobody is asked who they are unless told. */
  findAsker?: FindAsker
  /** The address that a request comes from, for what is noted of who did what. */
  clientOf?: (request: IncomingMessage) => string
  /** Told of each request that was refused for who made it. */
  noteRefusal?: (asker: Asker, client: string, what: string) => void
}

/**
 * What stands between the network and the site: requests that are not meant for it, or cannot be understood, are refused;
 * pages are drawn elsewhere or kept; everything else is answered by Next, under guard.
 */
export function answerRequests(
  handle: Handler,
  {
    draw,
    library,
    settings,
    findAsker = async () => null,
    clientOf = () => '',
    noteRefusal = () => undefined,
  }: AnsweringOptions,
): Answer {
  const rules: HostRules = hostRules(settings)
  const told = toldUrl(settings)?.host
  const answerPage = sitePages({ draw, library })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    takeWholeAddress(request)
    const refusal = judgeRequest(request, rules)
    if (refusal !== null) return sendRefusal(request, response, refusal)
    if (request.method === 'OPTIONS') return sendOptions(request, response)
    const asker = await findAsker(request)
    noteAsker(request, asker)
    if (asker) watchRefusal(request, response, asker)
    if (openLink(request, response, asker)) return
    const lead = signInLead(request.url ?? '', asker) ?? (await leadElsewhere(request.url ?? '', asker))
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

  /** Whoever answers reads in this header who asks; what a request says of it itself is taken away. */
  function noteAsker(request: IncomingMessage, asker: Asker | null): void {
    const { headers } = request
    delete headers[askerHeader]
    delete headers[pageAddressHeader]
    delete headers[clientHeader]
    if (asker === null) return
    headers[askerHeader] = sealAsker(asker)
    headers[clientHeader] = clientOf(request)
  }

  function watchRefusal(request: IncomingMessage, response: ServerResponse, asker: Asker): void {
    const { method, url = '' } = request
    const client = clientOf(request)
    response.once('close', () => {
      if (response.statusCode === 401 || response.statusCode === 403)
        noteRefusal(asker, client, `${method} ${url.split('?', 1)[0]}`)
    })
  }

  /** Which deals there are is told to who may look at them. */
  function leadElsewhere(url: string, asker: Asker | null) {
    const mayKnow = asker === null || (asker.person?.role ?? null) !== null
    return leadAddress(url, mayKnow ? library.findVersion : async () => '')
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
