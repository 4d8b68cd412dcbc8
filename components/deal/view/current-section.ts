/** How far below the top of the window a section counts as reached: under the bar and the strip, and a little more. */
function reachedAt(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 18
}

/** The tables' sections, without those of loan groups that are not shown. */
function sections(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.strat-section, .other')].filter(
    section => section.offsetParent !== null,
  )
}

/** The section in view: the last whose top was reached, or none above the first. */
export function currentSection(): HTMLElement | undefined {
  const line = reachedAt()
  return sections().findLast(section => section.getBoundingClientRect().top <= line)
}

/** Mark in the filmstrip and the index which table is in view, and keep that mark in sight. */
export function markCurrentSection(signal: AbortSignal) {
  let isWaiting = false
  const mark = () => {
    isWaiting = false
    markNow()
  }
  const wait = () => {
    if (!isWaiting) requestAnimationFrame(mark)
    isWaiting = true
  }
  addEventListener('scroll', wait, { signal, passive: true })
  addEventListener('resize', wait, { signal })
  wait()
}

/** The same at once: for changes that do not scroll. */
export function markNow() {
  const id = currentSection()?.id ?? sections()[0]?.id
  markLink('.films', id)
  markLink('.index-panel', id)
}

function markLink(within: string, id: string | undefined) {
  const list = document.querySelector<HTMLElement>(within)
  const links = [...(list?.querySelectorAll<HTMLElement>('a') ?? [])]
  const link = links.find(one => one.getAttribute('href') === `#${id}`)
  if (link?.ariaCurrent) return
  for (const other of links) other.removeAttribute('aria-current')
  if (!link || !list) return
  link.ariaCurrent = 'true'
  const first = links.find(one => one.offsetParent !== null)
  const left = link.offsetLeft - (first?.offsetLeft ?? 0)
  if (list.scrollWidth > list.clientWidth)
    list.scrollTo({ left: left - (list.clientWidth - link.offsetWidth) / 2 })
}

/** Go one section on or back, with the focus, so that Tab continues there. */
export function goToSection(step: 1 | -1) {
  const all = sections()
  const now = currentSection()
  const next = all[Math.max(0, (now ? all.indexOf(now) : -1) + step)]
  if (!next) return
  next.tabIndex = -1
  next.scrollIntoView()
  next.focus({ preventScroll: true })
}
