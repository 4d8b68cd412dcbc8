import { chartEvents } from '@/components/charts/chart-events.ts'
import { changeView } from './change-view.ts'

function chooser(): HTMLSelectElement | null {
  return document.querySelector('.line-choice select')
}

/** Show a second line in every chart that can; `null`, or one that is not offered, leaves each as it is by itself. */
export function applyLine(line: string | null) {
  const select = chooser()
  if (!select) return
  const isOffered = [...select.options].some(({ value }) => value === line)
  select.value = isOffered && line ? line : 'auto'
  if (select.value === (document.documentElement.dataset.line ?? 'auto')) return
  document.documentElement.dataset.line = select.value
  dispatchEvent(new CustomEvent(chartEvents.line, { detail: select.value }))
}

/** The same, chosen by the reader, so the address keeps it. */
export function answerLine(signal: AbortSignal) {
  const select = chooser()
  const answer = () => {
    const line = select?.value === 'auto' ? null : (select?.value ?? null)
    applyLine(line)
    changeView(view => {
      view.line = line
    })
  }
  select?.addEventListener('change', answer, { signal })
}
