import { answerClicks } from './clicks.ts'
import { markCurrentSection } from './current-section.ts'
import { showTarget, startGroup } from './groups.ts'
import { answerKeys } from './keys.ts'
import { answerLine, applyLine } from './line.ts'
import { applyMeasure } from './measure.ts'
import { namePrintedAddress } from './print-address.ts'
import { readTables } from './tables.ts'
import { readView } from './view-address.ts'

/** Show the view that the address names, then answer clicks and keys until the signal says stop. */
export function startView(signal: AbortSignal) {
  if (signal.aborted) return
  const tables = readTables()
  const view = readView(location.search)
  startGroup(view.group)
  applyMeasure(view.measure)
  applyLine(view.line)
  for (const [id, order] of view.sorts) tables.get(id)?.sort(order)
  for (const id of view.cumulative) tables.get(id)?.setCumulative(true)
  answerClicks(tables, signal)
  answerKeys(signal)
  answerLine(signal)
  addEventListener('hashchange', () => showTarget(), { signal })
  markCurrentSection(signal)
  namePrintedAddress(signal)
}
