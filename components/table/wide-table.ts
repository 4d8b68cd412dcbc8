import { isRead } from '@/lib/names/column-heading.ts'
import type { Stratification } from '@/lib/report.ts'
import { isWide } from './columns-in-view.ts'

/** Whether a table takes the room that its figure would have: the figure beside it is then a narrow one. */
export function isWideTable({ columns }: Pick<Stratification, 'columns'>): boolean {
  return isWide(columns.filter(isRead).length)
}
