/** Whether this visit has put the open panel into the history; then going back once closes it, however far one walked. */
let hasPushed = false

/** Keep the chosen place in the page's address: the first opening adds a step to the history, moves replace it. */
export function keepInAddress(at: string | null) {
  const url = new URL(location.href)
  if (url.searchParams.get('at') === at) return
  // Set by hand: the address stays as readable as it is written elsewhere, 105:47-61 without escapes.
  url.searchParams.delete('at')
  const others = url.searchParams.toString()
  const query = [others, at ? `at=${at}` : ''].filter(part => part !== '').join('&')
  const address = `${url.pathname}${query ? `?${query}` : ''}${url.hash}`
  if (at && !hasPushed) history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  hasPushed ||= at !== null
}
