import type { IncomingMessage, ServerResponse } from 'node:http'
import { openAsker } from '../access/sealed-asker.ts'
import type { Library } from '../library/index.ts'
import { DrawFailure, type DrawPage } from './draw-page.ts'
import { readKeptAddress } from './kept-address.ts'
import { type CacheLimits, type Found, PageCache } from './page-cache.ts'
import { type Asked, isWholePage, readPageRequest, slugOf } from './page-request.ts'
import { type ReadyAnswer, sendReady } from './ready-answer.ts'
import { undrawnPage } from './undrawn-page.ts'
import type { WhyUndrawn } from './undrawn-words.ts'

/** What is kept of pages takes so much memory, and one page no more than a quarter of it. */
const pageLimits: CacheLimits = { totalBytes: 32 * 2 ** 20, entryBytes: 8 * 2 ** 20 }

/** A page that could not be drawn is not tried again for so long, in milliseconds: trying costs a process. */
const giveUpForMs = 60_000
/** So many of them are remembered. */
const mostGivenUp = 1000

/** What pages ask of the library before they are drawn, and when they cannot be. */
export type PagesLibrary = Pick<Library, 'findVersion' | 'bringUpToDate' | 'findFiles'>

type KeptAnswer = ReadyAnswer & { bytes: number }

/** A deal's page: the deal, and what its pages are drawn from; null while the library does not say. */
type Deal = { slug: string; version: string | null }

/**
 * Answers requests for pages; false for any other request, which is left alone. Pages of deals are drawn once and kept
 * whole: what one is drawn from is asked of the library for every request, so a filing that joins a deal shows at once,
 * whichever process added it.
 */
export function sitePages({ draw, library }: { draw: DrawPage; library: PagesLibrary }) {
  const cache = new PageCache<KeptAnswer>(pageLimits)
  const givenUp = new Map<string, { why: WhyUndrawn; until: number }>()

  async function find(asked: Asked): Promise<Found<ReadyAnswer>> {
    const slug = slugOf(asked.url)
    if (slug === null) return { value: await drawOrSay(asked, null), isKept: false }
    const version = await known(slug)
    const address = isWholePage(asked) && isKeptFor(asked) ? readKeptAddress(asked.url) : null
    if (address === null || version === null)
      return { value: await drawOrSay(asked, { slug, version }), isKept: false }
    const { path } = address
    const { asker } = asked
    return await cache.find(asker === undefined ? path : `${path} ${asker}`, version, async () => {
      const value = await drawOrSay({ ...asked, url: path, headers: {} }, { slug, version })
      // A page that is not there costs little, and there is no end of addresses of them.
      const mayKeep = value.status === 200 && (await known(slug)) === version
      return { value: { ...value, bytes: sizeOf(value) }, mayKeep }
    })
  }

  /** Null while the library does not say: then nothing is kept, and the page itself tells what is wrong. */
  async function known(slug: string): Promise<string | null> {
    return library.findVersion(slug).catch(() => null)
  }

  /** The page, or in its place one that says why it is not there. */
  async function drawOrSay(asked: Asked, deal: Deal | null): Promise<ReadyAnswer> {
    const key = `${asked.url} ${deal?.version}`
    const before = givenUp.get(key)
    const told = maySeeDeals(asked) ? deal : null
    if (before && before.until > performance.now()) return await say(before.why, told)
    try {
      // Processes that draw only look into the library; what its page tells of a fault is told by them.
      if (deal?.version) await library.bringUpToDate(deal.slug).catch(() => undefined)
      const drawn = await draw(asked)
      return drawn.status === 500 && deal && isWholePage(asked) ? await say('failed', told) : drawn
    } catch (fault) {
      if (!(fault instanceof DrawFailure)) throw fault
      if (fault.costsProcess) noteGivenUp(key, fault.why)
      return await say(fault.why, told)
    }
  }

  function noteGivenUp(key: string, why: WhyUndrawn): void {
    if (givenUp.size >= mostGivenUp) givenUp.clear()
    givenUp.set(key, { why, until: performance.now() + giveUpForMs })
  }

  async function say(why: WhyUndrawn, deal: Deal | null): Promise<ReadyAnswer> {
    const files = deal && (await library.findFiles(deal.slug).catch(() => null))
    return await undrawnPage(why, deal && files && { slug: deal.slug, ...files })
  }

  return async ({ request, response }: { request: IncomingMessage; response: ServerResponse }) => {
    const asked = readPageRequest(request.url ?? '', request.headers)
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (asked === null || !isRead) return false
    const { value, isKept } = await find(asked)
    await sendReady(request, response, value, isKept ? 'strata; hit' : 'strata; fwd=miss')
    return true
  }
}

/** Where people sign in, each gets pages of their own; of who is not known none is kept, for it is led elsewhere. */
function isKeptFor({ asker }: Asked): boolean {
  if (asker === undefined) return true
  const { person, links } = openAsker(asker)
  return person !== null || links.length > 0
}

/** The words in place of a page lead to what else there is of a deal: not for who may not see that. */
function maySeeDeals({ asker }: Asked): boolean {
  return asker === undefined || (openAsker(asker).person?.role ?? null) !== null
}

function sizeOf({ headers, body }: ReadyAnswer): number {
  return body.length + JSON.stringify(headers).length
}
