import { arrangeRows } from '@/components/table/arrange-rows.ts'
import { keepAddress } from '@/components/view/keep-address.ts'
import { lookAt } from '@/components/view/view-store.ts'
import { answerClicks } from './clicks.ts'
import { markCurrentSection } from './current-section.ts'
import { showGroups, showTarget, startGroup } from './groups.ts'
import { answerKeys } from './keys.ts'
import { namePrintedAddress } from './print-address.ts'

/** Show the view that the address names, then answer clicks and keys until the signal says stop. */
export function startView(signal: AbortSignal) {
  if (signal.aborted) return
  lookAt({ arrange: arrangeRows })
  keepAddress(signal)
  showGroups(signal)
  startGroup()
  answerClicks(signal)
  answerKeys(signal)
  addEventListener('hashchange', () => showTarget(), { signal })
  markCurrentSection(signal)
  namePrintedAddress(signal)
}
