/**
 * How many files are held over the window (a folder counts as one, 0 is not told), or null when none are. Kept from the
 * first sign of them, so that what shows it may load later and miss nothing.
 */
let held: number | null = null
const listeners = new Set<() => void>()

export function heldFiles(): number | null {
  return held
}

/** Call `listener` whenever the number changes; gives back how to stop. */
export function onHeldFiles(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function hold(count: number | null) {
  if (held === count) return
  held = count
  for (const listener of listeners) listener()
}

/**
 * A drag tells of itself every few tenths of a second, however still it is held; when it tells nothing for this long, in
 * milliseconds, it has ended where no event says so. A busy page may be late with them.
 */
const silence = 5000

/**
 * Follow drags of files over the window until `signal` says to stop. A drag is known by being entered or by being over
 * the page, whichever is seen first: a page whose script has just started has missed the one, and some browsers do not
 * say at the other what is dragged.
 */
export function watchHeldFiles(isFiles: (event: DragEvent) => boolean, signal: AbortSignal) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    clearTimeout(timer)
    hold(null)
  }
  const follow = (event: DragEvent) => {
    if (!isFiles(event)) return
    clearTimeout(timer)
    timer = setTimeout(end, silence)
    hold(event.dataTransfer?.items.length ?? 0)
  }
  document.addEventListener('dragenter', follow, { signal })
  document.addEventListener('dragover', follow, { signal })
  document.addEventListener('drop', end, { signal })
  document.addEventListener('dragleave', event => event.relatedTarget === null && end(), { signal })
  // While something is dragged a pointer sends nothing; when it does, the drag is over, wherever it ended.
  document.addEventListener('pointermove', end, { signal })
  signal.addEventListener('abort', end)
}
