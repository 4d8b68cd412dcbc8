/** How far below the top of the window a section counts as reached: under the bar and the strip. */
const reachedAt = 150

function sections(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.strat-section')]
}

/** The section in view: the last whose top was reached, or none above the first. */
export function currentSection(): HTMLElement | undefined {
  return sections().findLast(section => section.getBoundingClientRect().top <= reachedAt)
}

/** Mark in the strip which table is in view, and keep that mark in sight. */
export function markCurrentSection(signal: AbortSignal) {
  let isWaiting = false
  const mark = () => {
    isWaiting = false
    markLink(currentSection()?.id ?? sections()[0]?.id)
  }
  const wait = () => {
    if (!isWaiting) requestAnimationFrame(mark)
    isWaiting = true
  }
  addEventListener('scroll', wait, { signal, passive: true })
  addEventListener('resize', wait, { signal })
  mark()
}

function markLink(id: string | undefined) {
  const links = [...document.querySelectorAll<HTMLElement>('.strip a')]
  const link = links.find(one => one.getAttribute('href') === `#${id}`)
  if (!link || link.ariaCurrent) return
  for (const other of links) other.removeAttribute('aria-current')
  link.ariaCurrent = 'true'
  const index = link.closest('nav')
  const left = link.offsetLeft - (link.closest('.strip')?.querySelector('li')?.offsetLeft ?? 0)
  if (index && index.scrollWidth > index.clientWidth)
    index.scrollTo({ left: left - (index.clientWidth - link.offsetWidth) / 2 })
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
