import { stepTo } from '@/components/view/keep-address.ts'
import { lookAt, lookedAt, onLooking } from '@/components/view/view-store.ts'
import { currentSection, markNow } from './current-section.ts'

const root = document.documentElement

declare global {
  interface Window {
    /** Set by `public/first.js`, which needs it before the first paint. */
    showLoanGroup?: (slug: string) => void
  }
}

/** Show the tables of the loan group that is looked at, or of all, until the signal says stop. */
export function showGroups(signal: AbortSignal) {
  let shown: string | null = null
  const show = () => {
    const { group } = lookedAt()
    if (group === shown) return
    shown = group
    applyGroup(group ?? '')
  }
  signal.addEventListener('abort', onLooking(show))
}

function applyGroup(slug: string) {
  window.showLoanGroup?.(slug)
  for (const link of choices()) {
    link.ariaCurrent = slugOf(link) === slug ? 'true' : null
    if (link.ariaCurrent) showIn(link.closest('nav'), link)
  }
}

/** The group that an address begins with: the one it names where there is one of that name, else all. */
export function startGroup() {
  const asked = lookedAt().group ?? /^#group-(.+)$/.exec(location.hash)?.[1] ?? ''
  const slug = choices().some(link => slugOf(link) === asked) ? asked : ''
  if (asked !== slug) document.querySelector<HTMLElement>('.no-such-group')?.removeAttribute('hidden')
  if (choices().length === 0) return
  applyGroup(slug)
  keepGroup(slug)
  showTarget()
}

/**
 * The reader chose a group: the address keeps it, as a step in the history, and where there is a table in view the same split of that group takes
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
  stepTo({ group: slug || null })
  const after = slug === '' || before?.getAttribute('data-group') === slug ? before : sectionOf(sibling)
  if (after) return holdAt(after, top)
  if (before) document.querySelector('.sections')?.scrollIntoView()
  requestAnimationFrame(release)
  markNow()
}

/** Tables that come near the screen are laid out in the frames that follow, and are then as high as they are. */
const framesOfLayout = 4

/** Keep a section at a height of the window while what is above it is laid out. */
function holdAt(section: HTMLElement, top: number, frames = framesOfLayout) {
  scrollBy(0, section.getBoundingClientRect().top - top)
  if (frames === framesOfLayout) markNow()
  requestAnimationFrame(frames === 0 ? release : () => holdAt(section, top, frames - 1))
}

function release() {
  root.style.removeProperty('overflow-anchor')
}

/** The next group round, all of them among it. */
export function nextGroup() {
  const all = choices()
  const now = all.findIndex(link => slugOf(link) === (lookedAt().group ?? ''))
  const next = all[(now + 1) % all.length]
  if (next) chooseGroup(slugOf(next))
}

/** A place on the page that the chosen group hides brings its own group with it. */
export function showTarget(hash: string = location.hash) {
  const target = sectionOf(hash)
  const group = target?.closest('[data-group]')?.getAttribute('data-group')
  const shown = lookedAt().group
  if (!target || !group || !shown || group === shown) return
  keepGroup(group)
  target.scrollIntoView()
}

function keepGroup(slug: string) {
  lookAt({ group: slug || null })
}

function slugOf(link: Element): string {
  return link.getAttribute('data-show') ?? ''
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
