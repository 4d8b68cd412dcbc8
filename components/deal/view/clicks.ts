import { changeView } from './change-view.ts'
import { chartAddress } from './chart-address.ts'
import { copyText, printTsv } from './copy.ts'
import { currentSection } from './current-section.ts'
import { chooseGroup, showTarget } from './groups.ts'
import { chooseMeasure } from './measure.ts'
import type { ShownTable } from './tables.ts'

type Tables = Map<string, ShownTable>

/** Answer the page's buttons: measure, headings, cumulative, copying. Open menus close when something else is meant. */
export function answerClicks(tables: Tables, signal: AbortSignal) {
  document.addEventListener('click', event => answer(event, tables), { signal })
}

function answer(event: MouseEvent, tables: Tables) {
  if (!(event.target instanceof Element)) return
  closeMenus(event.target)
  keepPlace(event.target)
  followGroup(event, event.target)
  addressChart(event.target)
  openIndex(event.target)
  const button = event.target.closest<HTMLElement>('.deal :is(button, a[data-copy])')
  if (!button) return
  const table = tables.get(button.closest('.strat-section')?.id ?? '')
  const { measure, copy, save, toggle } = button.dataset
  if (measure) chooseFor(measure, tables)
  else if (copy) copyFor(copy, button, table)
  else if (save) import('./chart-files.ts').then(({ savePng }) => savePng(button))
  else if (toggle === 'cumulative' && table) toggleCumulative(table)
  else if (table && button.closest('thead')) sortBy(table, button)
}

/** Links to the same tables on another page lead to the one in view here, in the same measure. */
function keepPlace(target: Element) {
  const link = target.closest<HTMLAnchorElement>('.deal a[data-keeps]')
  if (!link) return
  const url = new URL(link.href)
  const measure = new URLSearchParams(location.search).get('measure')
  if (measure) url.searchParams.set('measure', measure)
  const shown = link.closest('.strat-section') ?? currentSection()
  if (shown) url.hash = `${link.dataset.keeps}${shown.id.split('--').at(-1)}`
  link.href = url.href
}

/** Links of the group switch choose in place; those to tables that are hidden bring their group with them. */
function followGroup(event: MouseEvent, target: Element) {
  const link = target.closest<HTMLAnchorElement>('.deal a[href*="#"]')
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey)
    return
  const { show } = link.dataset
  if (show === undefined) return showTarget(link.getAttribute('href') ?? '')
  event.preventDefault()
  chooseGroup(show)
}

/** A chart is taken along as it is shown: its link gets the measure and the line of the page when it is followed. */
function addressChart(target: Element) {
  const link = target.closest<HTMLAnchorElement>('a[data-chart]')
  if (link) link.href = chartAddress(link)
}

/** What answers in the index is loaded when it is first opened. */
function openIndex(target: Element) {
  const panel = document.querySelector<HTMLElement>('.index-panel:not([data-answers])')
  if (!panel || !target.closest('.index-open')) return
  panel.dataset.answers = ''
  import('./index-panel.ts').then(({ answerIndex }) => answerIndex(panel))
}

/** Shares are added up from the chosen measure, so cumulative columns follow it. */
function chooseFor(measure: string, tables: Tables) {
  chooseMeasure(measure)
  for (const table of tables.values()) if (table.isCumulative) table.setCumulative(true)
}

function closeMenus(target: Element) {
  for (const menu of document.querySelectorAll('.menu[open]'))
    if (!menu.contains(target) || target.closest('.menu-list')) menu.removeAttribute('open')
}

function copyFor(what: string, button: HTMLElement, table: ShownTable | undefined) {
  if (what === 'tsv' && table)
    copyText(printTsv(table.table), button.closest('details')?.querySelector('summary') ?? button)
}

function toggleCumulative(table: ShownTable) {
  table.setCumulative(!table.isCumulative)
  changeView(({ cumulative }) => {
    if (table.isCumulative) cumulative.add(table.id)
    else cumulative.delete(table.id)
  })
}

function sortBy(table: ShownTable, button: HTMLElement) {
  const heading = button.closest('th')
  if (!heading) return
  table.sortNext(heading.cellIndex)
  changeView(({ sorts }) => {
    if (table.order) sorts.set(table.id, table.order)
    else sorts.delete(table.id)
  })
}
