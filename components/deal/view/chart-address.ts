import { readLine, readMeasure } from '@/components/charts/chart-events.ts'
import { tableBeside } from '@/components/charts/table-rows.ts'

/** The address of a table's chart as it is shown now: with the measure and the line that the page or its table wishes. */
export function chartAddress(link: HTMLAnchorElement): string {
  const address = new URL(link.href)
  const measure = readMeasure()
  const line = tableBeside(link)?.querySelector('th.cumulative') ? 'cumulative' : readLine()
  if (measure !== null) address.searchParams.set('measure', measure)
  if (line !== null) address.searchParams.set('line', line)
  return address.href
}
