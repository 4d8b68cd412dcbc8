import { readMeasure } from '@/components/charts/read-measure.ts'
import { lookedAt } from '@/components/view/view-store.ts'

/** The address of a table's chart as it is shown now: with the measure and the line that are looked at. */
export function chartAddress(chosen: HTMLElement, href: string): string {
  const address = new URL(href)
  const { measure, line, cumulative } = lookedAt()
  const drawn = readMeasure(measure)
  const shown = cumulative.has(chosen.closest('.strat-section')?.id ?? '') ? 'cumulative' : line
  if (drawn !== null) address.searchParams.set('measure', drawn)
  if (shown !== null) address.searchParams.set('line', shown)
  return address.href
}
