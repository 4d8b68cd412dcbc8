import { isShortcut } from '@/components/shell/preferences.ts'
import { goToSection } from './current-section.ts'
import { nextGroup } from './groups.ts'

/**
 * Answer single keys: j and k between tables, b, c and p for the measure, g for the next loan group, i for the index,
 * l for the ledger, ? for the list of keys.
 */
export function answerKeys(signal: AbortSignal) {
  document.addEventListener('keydown', answer, { signal })
}

function answer(event: KeyboardEvent) {
  if (!isShortcut(event)) return
  const { key } = event
  if (key === 'j' || key === 'k') goToSection(key === 'j' ? 1 : -1)
  else if (key === 'g') nextGroup()
  else if (key === '?') import('./key-help.ts').then(({ showKeys }) => showKeys())
  else document.querySelector<HTMLElement>(`.deal [data-key="${CSS.escape(key)}"]`)?.click()
}
