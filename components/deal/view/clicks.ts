import { shortenMeasure } from '@/components/view/view-address.ts'
import { lookedAt } from '@/components/view/view-store.ts'
import { currentSection } from './current-section.ts'
import { chooseGroup, showTarget } from './groups.ts'

/** Answer the page's links. */
export function answerClicks(signal: AbortSignal) {
  document.addEventListener('click', answer, { signal })
}

function answer(event: MouseEvent) {
  if (!(event.target instanceof Element)) return
  keepPlace(event.target)
  followGroup(event, event.target)
  openIndex(event.target)
}

/** Links to the same tables on another page lead to the one in view here, in the same measure. */
function keepPlace(target: Element) {
  const link = target.closest<HTMLAnchorElement>('.deal a[data-keeps]')
  if (!link) return
  const url = new URL(link.href)
  const { measure } = lookedAt()
  if (measure) url.searchParams.set('measure', shortenMeasure(measure))
  const shown = link.closest('.strat-section') ?? currentSection()
  if (shown) url.hash = `${link.getAttribute('data-keeps')}${shown.id.split('--').at(-1)}`
  link.href = url.href
}

/** Links of the group switch choose in place; those to tables that are hidden bring their group with them. */
function followGroup(event: MouseEvent, target: Element) {
  const link = target.closest<HTMLAnchorElement>('.deal a[href*="#"]')
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
    return
  const show = link.getAttribute('data-show')
  if (show === null) return showTarget(link.getAttribute('href') ?? '')
  event.preventDefault()
  chooseGroup(show)
}

/** Indexes that answer already. */
const answering = new WeakSet<HTMLElement>()

/** What answers in the index is loaded when it is first opened. */
function openIndex(target: Element) {
  const panel = document.querySelector<HTMLElement>('.index-panel')
  if (!panel || answering.has(panel) || !target.closest('.index-open')) return
  answering.add(panel)
  import('./index-panel.ts').then(({ answerIndex }) => answerIndex(panel))
}
