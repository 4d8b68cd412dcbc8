/** Why a page was not drawn. */
export type WhyUndrawn =
  | 'failed'
  | 'took-too-long'
  | 'ended-its-process'
  | 'no-process'
  | 'too-many-wait'
  | 'is-stopping'

export const undrawnTitle = 'This page could not be drawn'

const harmless = 'Nothing in the library was changed by it, and everything that was read is still there.'

/** The same in words for who asked for the page. In a file of its own because pages load it. */
export const undrawnWords: Record<WhyUndrawn, string> = {
  failed: `Strata met a fault of its own while it drew this page; the server’s log tells the cause. ${harmless}`,
  'took-too-long': `Drawing it took too long, so it was given up. ${harmless}`,
  'ended-its-process': `Drawing it took too much memory or ended the process that drew it, so it was given up. ${harmless}`,
  'no-process': `The processes that draw pages cannot be started; the server’s log tells why. ${harmless}`,
  'too-many-wait': `So many pages wait to be drawn that this one would take long. Load it again in a few seconds. ${harmless}`,
  'is-stopping':
    'Strata is stopping. Load the page again once it is started; what was kept already is still there.',
}

const notThePages = new Set<WhyUndrawn>(['no-process', 'too-many-wait', 'is-stopping'])

/** The HTTP status that fits: 503 where the page itself is not to blame. */
export function undrawnStatus(why: WhyUndrawn): 500 | 503 {
  return notThePages.has(why) ? 503 : 500
}

/** When to ask again where that passes by itself, in seconds. */
export const undrawnRetryAfter: Partial<Record<WhyUndrawn, number>> = { 'too-many-wait': 5 }
