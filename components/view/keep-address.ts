import { emptyView, type View } from './view.ts'
import { readView, writeView } from './view-address.ts'
import { lookAt, lookedAt, onLooking } from './view-store.ts'

/** Whether this visit has put the open source into the history; then going back once closes it, however far one walked. */
let hasPushed = false

/** Whether what is being looked at becomes a step in the history: going back leads to what was looked at before. */
let isStep = false

/** Look at something else as a step in the history. */
export function stepTo(change: Partial<View>): void {
  isStep = true
  lookAt(change)
  isStep = false
}

/**
 * Look at what the address names, and from then on keep the two in step until the signal says stop: the address shows what
 * is seen, without a step in the history but for the first opening of the source and for what is stepped to.
 */
export function keepAddress(signal: AbortSignal): void {
  const follow = () => lookAt({ ...readView(location.search), row: null, from: null })
  // What was chosen before this had come counts for more than what the address named.
  const named = readView(location.search)
  const early = parts.filter(part => lookedAt()[part] !== emptyView[part])
  lookAt({ ...named, ...pickParts(lookedAt(), early) })
  let kept: View = lookedAt()
  if (early.length > 0) writeAddress(kept, kept.at !== named.at)
  const keep = () => {
    const now = lookedAt()
    if (isSameView(now, kept)) return
    const isOpening = now.at !== null && now.at !== kept.at
    kept = now
    writeAddress(now, isOpening)
  }
  const stop = onLooking(keep)
  signal.addEventListener('abort', () => {
    stop()
    // Another page begins with nothing chosen.
    lookAt({ ...emptyView, row: null, from: null })
  })
  addEventListener('popstate', follow, { signal })
}

const parts = Object.keys(emptyView) as (keyof View)[]

function isSameView(a: View, b: View): boolean {
  return parts.every(part => a[part] === b[part])
}

function pickParts(view: View, chosen: readonly (keyof View)[]): Partial<View> {
  return Object.fromEntries(chosen.map(part => [part, view[part]]))
}

function writeAddress(view: View, isOpening: boolean): void {
  const address = writeView(location.href, view)
  if (address === location.href) return
  if (isStep || (isOpening && !hasPushed)) history.pushState(null, '', address)
  else history.replaceState(history.state, '', address)
  hasPushed ||= isOpening
}
