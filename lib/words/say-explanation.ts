import type { Explanation } from '../checks/explain-failure.ts'
import { formatWithUnit } from '../format/measure-value.ts'
import { nameMeasure, nameRow } from '../names/names.ts'
import type { Place, Stratification } from '../report.ts'

/** A sentence around the figure that it is about, so that a page can make that figure the way to its line. */
export type SaidExplanation = { before: string; printed: string; at: Place | null; after: string }

/**
 * Which printed figure, printed otherwise, would settle a table's failing checks:
 *
 * > Row 70.01 to 75.00 prints $23,706,370.90 under Balance; $23,716,370.90, one digit different, would settle both
 *   failing checks.
 */
export function sayExplanation(table: Stratification, explanation: Explanation): SaidExplanation {
  const { measure, bucket, printed, settling, digits, settles } = explanation
  const column = table.columns.find(column => column.measure === measure)
  const say = (value: number) => formatWithUnit(value, column?.unit ?? null, column?.decimals)
  const row = bucket === null ? table.total : table.buckets[bucket]
  const apart = digits > 0 ? `, ${digits === 1 ? 'one digit' : `${digits} digits`} different,` : ''
  return {
    before: `${bucket === null ? 'The total' : `Row ${nameRow(table, bucket)}`} prints `,
    printed: say(printed),
    at: row?.places[measure] ?? null,
    after: ` under ${nameMeasure(table, measure)}; ${say(settling)}${apart} would settle ${sayCount(settles.length)}.`,
  }
}

function sayCount(checks: number): string {
  if (checks === 1) return 'the failing check'
  return checks === 2 ? 'both failing checks' : `${checks} failing checks`
}
