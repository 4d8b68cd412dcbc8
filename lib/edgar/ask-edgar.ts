import { setTimeout as sleep } from 'node:timers/promises'
import pRetry from 'p-retry'
import type { Library } from '../library/index.ts'
import { EdgarFault } from './edgar-fault.ts'
import type { EdgarSettings } from './edgar-settings.ts'
import { isOnEdgar } from './read-address.ts'
import { readRetryAfter } from './read-retry-after.ts'

/** What is done with an answer while it arrives. */
type TakeBody<T> = (body: AsyncIterable<Uint8Array>) => Promise<T>

/** Ask EDGAR for what stands at an address. Throws an EdgarFault, after what may pass was tried again. */
export type AskEdgar = <T>(url: string, take: TakeBody<T>) => Promise<T>

export type EdgarLimits = {
  /** Between two requests. EDGAR allows ten a second; on their way some come closer together than they left. */
  gapMs: number
  /** The longest that a request waits for its turn. */
  patienceMs: number
  /** The longest that nothing may come, and that one answer may take in all. */
  silenceMs: number
  wholeMs: number
  /** How often what may pass is tried again, and the first pause, which doubles each time. */
  retries: number
  firstPauseMs: number
}

/** For a person who waits in front of a page. */
export const edgarLimits: EdgarLimits = {
  gapMs: 125,
  patienceMs: 20_000,
  silenceMs: 30_000,
  wholeMs: 300_000,
  retries: 3,
  firstPauseMs: 1000,
}

/** Eleven turns take 1250 ms: where none is taken later than this, there are never more than ten in a second. */
const mostLateMs = 200

/** How long EDGAR keeps away who asked too fast, where it does not say. Source: the SEC's privacy and security policy. */
const keptAwayMs = 600_000

/** More leads, one after another, are a circle. */
const mostLeads = 4

type Turns = Pick<Library, 'reserveEdgarTurn' | 'deferEdgar'>

/**
 * Ask EDGAR politely: under a declared name, no faster than it allows whichever process asks (`library`), from its own sites
 * alone also where they lead on, and again after a pause where it failed or asked for one. Once `ended`, nothing is asked.
 */
export function askEdgar(
  library: Turns,
  { userAgent, standIn }: EdgarSettings,
  limits: EdgarLimits = edgarLimits,
  ended: AbortSignal = new AbortController().signal,
): AskEdgar {
  /**
   * A turn that a busy process has missed is left, for others ask at theirs by now; the next is reserved further ahead, or a
   * library that is slow to answer would give none in time.
   */
  async function waitForTurn(): Promise<void> {
    const latest = Date.now() + limits.patienceMs
    for (let aheadMs = 0; ; aheadMs = 2 * aheadMs + mostLateMs) {
      const at = await library.reserveEdgarTurn(limits.gapMs, latest, aheadMs)
      if (at === null) throw new EdgarFault('edgar-is-busy')
      await sleep(Math.max(0, at - Date.now()), undefined, { signal: ended })
      if (Date.now() - at <= mostLateMs) return
    }
  }

  async function attempt<T>(url: URL, take: TakeBody<T>, leads = 0): Promise<T> {
    if (userAgent === null) throw new EdgarFault('edgar-is-not-set-up')
    if (!isOnEdgar(url) || leads > mostLeads) throw new EdgarFault('edgar-led-elsewhere')
    await waitForTurn()
    const stop = new AbortController()
    const signal = AbortSignal.any([ended, stop.signal, AbortSignal.timeout(limits.wholeMs)])
    const answer = await within(limits.silenceMs, stop, () =>
      fetch(standIn === null ? url : new URL(url.pathname + url.search, standIn), {
        headers: { 'User-Agent': userAgent, 'Accept-Encoding': 'gzip, deflate' },
        redirect: 'manual',
        cache: 'no-store',
        signal,
      }),
    )
    try {
      const lead = leadOf(answer, url)
      if (lead !== null) return await attempt(lead, take, leads + 1)
      if (answer.status !== 200) await refuse(answer)
      return await take(piecesOf(answer, limits.silenceMs, stop))
    } finally {
      // Whatever was not read is not sent either.
      stop.abort()
    }
  }

  /** Throws why an answer is none. Whoever was told to wait, all wait, in whichever process. */
  async function refuse(answer: Response): Promise<never> {
    const { status } = answer
    const says = status === 403 ? await beginningOf(piecesOf(answer, limits.silenceMs)) : ''
    if (status === 404 || status === 410 || /NoSuchKey|AccessDenied/.test(says))
      throw new EdgarFault('edgar-has-no-such-filing')
    const isTooFast = status === 429 || /request rate threshold/i.test(says)
    if (status === 403 && !isTooFast) throw new EdgarFault('edgar-refused')
    const told = readRetryAfter(answer.headers.get('retry-after'), Date.now())
    const waitMs = told ?? (status === 403 ? keptAwayMs : null)
    if (waitMs !== null) await library.deferEdgar(Date.now() + waitMs)
    const mayPass = isTooFast || status === 408 || status >= 500
    throw new EdgarFault(isTooFast ? 'edgar-is-busy' : 'edgar-failed', { mayPass })
  }

  return (url, take) =>
    pRetry(() => attempt(new URL(url), take), {
      retries: limits.retries,
      minTimeout: limits.firstPauseMs,
      randomize: true,
      signal: ended,
      shouldRetry: ({ error }) => error instanceof EdgarFault && error.mayPass,
    })
}

/** Where an answer leads; null where it is no lead. */
function leadOf({ status, headers }: Response, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(status)) return null
  const lead = headers.get('location') ?? ''
  if (!URL.canParse(lead, from)) throw new EdgarFault('edgar-failed')
  return new URL(lead, from)
}

async function* piecesOf(
  { body }: Response,
  silenceMs: number,
  stop = new AbortController(),
): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await within(silenceMs, stop, () => reader.read())
    if (done) return
    yield value
  }
}

/** Wait for something of the network, and no longer than so many milliseconds. Throws an EdgarFault. */
async function within<T>(silenceMs: number, stop: AbortController, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => stop.abort(new DOMException('Nothing came.', 'TimeoutError')), silenceMs)
  try {
    return await work()
  } catch (cause) {
    const isLate = cause instanceof DOMException && cause.name === 'TimeoutError'
    throw new EdgarFault(isLate ? 'edgar-took-too-long' : 'edgar-cannot-be-reached', {
      mayPass: !isLate,
      cause,
    })
  } finally {
    clearTimeout(timer)
  }
}

/** What a page of refusal says is told by its first kilobytes. */
const mostToRead = 20_000

async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const piece of body) {
    text += Buffer.from(piece).toString('latin1')
    if (text.length > mostToRead) break
  }
  return text
}
