import { chartEvents } from '@/components/charts/chart-events.ts'
import { changeView } from './change-view.ts'

/** Emphasise a measure in every table and tell the charts; `null`, or one that no button offers, changes nothing. */
export function applyMeasure(measure: string | null) {
  const buttons = [...document.querySelectorAll<HTMLElement>('.switch [data-measure]')]
  if (!buttons.some(({ dataset }) => dataset.measure === measure) || measure === null) return
  for (const button of buttons) button.ariaPressed = String(button.dataset.measure === measure)
  for (const table of document.querySelectorAll<HTMLElement>('.strat')) emphasise(table, measure)
  document.documentElement.dataset.measure = measure
  dispatchEvent(new CustomEvent(chartEvents.measure, { detail: measure }))
}

function emphasise(table: HTMLElement, measure: string) {
  const column = (table.dataset.measures ?? '').split(' ').indexOf(measure)
  if (column >= 0) table.className = table.className.replace(/\bem-\d+/, `em-${column + 2}`)
}

/** The same, chosen by the reader, so the address keeps it. The measure the page starts with needs no mention. */
export function chooseMeasure(measure: string) {
  applyMeasure(measure)
  const start = document.querySelector<HTMLElement>('.switch [data-start]')?.dataset.measure
  changeView(view => {
    view.measure = measure === start ? null : measure
  })
}
