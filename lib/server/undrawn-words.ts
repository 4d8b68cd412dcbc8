/** Why a page was not drawn. */
export type WhyUndrawn =
  | 'failed'
  | 'took-too-long'
  | 'ended-its-process'
  | 'no-process'
  | 'too-many-wait'
  | 'is-stopping'

export const undrawnTitle = 'This page could not be drawn'

const harmless = 'Nothing in the library changed, and everything that was read is still there.'

/** The same in words for who asked for the page. In a file of its own because pages load it. */
export const undrawnWords: Record<WhyUndrawn, string> = {
  failed: `Something failed in Strata while it drew this page; the server’s log says why. ${harmless}`,
  'took-too-long': `Drawing it took too long, so Strata stopped. ${harmless}`,
  'ended-its-process': `Drawing it took too much memory, or its process ended, so Strata stopped. ${harmless}`,
  'no-process': `The processes that draw pages cannot be started; the server’s log says why. ${harmless}`,
  'too-many-wait': `Too many pages are waiting to be drawn. Load this one again in a few seconds. ${harmless}`,
  'is-stopping':
    'Strata is stopping. Load the page again after it has restarted; what was kept is still there.',
}

const notThePages = new Set<WhyUndrawn>(['no-process', 'too-many-wait', 'is-stopping'])

/** The HTTP status that fits: 503 where the page itself is not to blame. */
export function undrawnStatus(why: WhyUndrawn): 500 | 503 {
  return notThePages.has(why) ? 503 : 500
}

/** When to ask again where that passes by itself, in seconds. */
export const undrawnRetryAfter: Partial<Record<WhyUndrawn, number>> = { 'too-many-wait': 5 }
