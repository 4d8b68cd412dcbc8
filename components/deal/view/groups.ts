import { changeView } from './change-view.ts'
import { currentSection, markNow } from './current-section.ts'

const root = document.documentElement

declare global {
  interface Window {
    /** Set by `public/first.js`, which needs it before the first paint. */
    showLoanGroup?: (slug: string) => void
  }
}

/** Show the tables of one loan group, or of all (`''`). */
function applyGroup(slug: string) {
  window.showLoanGroup?.(slug)
  for (const link of choices()) {
    link.ariaCurrent = link.dataset.show === slug ? 'true' : null
    if (link.ariaCurrent) showIn(link.closest('nav'), link)
  }
}

/** The group that an address begins with: the one it names where there is one of that name, else all. */
export function startGroup(named: string | null) {
  if (choices().length === 0) return
  const asked = named ?? /^#group-(.+)$/.exec(location.hash)?.[1] ?? ''
  applyGroup(choices().some(({ dataset }) => dataset.show === asked) ? asked : '')
  showTarget()
}

/**
 * The reader chose a group: the address keeps it, and where there is a table in view the same split of that group takes
 * its place on the screen.
 */
export function chooseGroup(slug: string) {
  const before = currentSection()
  const top = before?.getBoundingClientRect().top ?? 0
  const sibling = before
    ?.querySelector(`.also-in a[data-sibling="${CSS.escape(slug)}"]`)
    ?.getAttribute('href')
  // The browser would hold on to what it has in view by itself, and both would move the page.
  root.style.overflowAnchor = 'none'
  keepGroup(slug)
  const after = slug === '' || before?.dataset.group === slug ? before : sectionOf(sibling)
  if (after) scrollBy(0, after.getBoundingClientRect().top - top)
  else if (before) document.querySelector('.sections')?.scrollIntoView()
  requestAnimationFrame(() => root.style.removeProperty('overflow-anchor'))
  markNow()
}

/** The next group round, all of them among it. */
export function nextGroup() {
  const all = choices()
  const now = all.findIndex(({ dataset }) => dataset.show === (root.dataset.group ?? ''))
  const next = all[(now + 1) % all.length]
  if (next) chooseGroup(next.dataset.show ?? '')
}

/** A place on the page that the chosen group hides brings its own group with it. */
export function showTarget(hash: string = location.hash) {
  const target = sectionOf(hash)
  const group = target?.closest<HTMLElement>('[data-group]')?.dataset.group
  if (!target || !group || !root.dataset.group || group === root.dataset.group) return
  keepGroup(group)
  target.scrollIntoView()
}

function keepGroup(slug: string) {
  applyGroup(slug)
  changeView(view => {
    view.group = slug || null
  })
}

/** Scroll a row sideways so that one of its links is in sight. */
function showIn(row: HTMLElement | null, { offsetLeft, offsetWidth }: HTMLElement) {
  row?.scrollTo({ left: offsetLeft - (row.clientWidth - offsetWidth) / 2 })
}

function sectionOf(hash: string | null | undefined): HTMLElement | null {
  return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null
}

function choices(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.groups [data-show]')]
}
