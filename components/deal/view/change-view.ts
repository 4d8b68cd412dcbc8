import { readView, type View, writeView } from './view-address.ts'

/** Change the view in the address bar, without a step in the history: the address always shows what is seen. */
export function changeView(change: (view: View) => void) {
  const view = readView(location.search)
  change(view)
  const next = writeView(location.href, view)
  if (next !== location.href) history.replaceState(history.state, '', next)
}
