import type { Explanation } from '../checks/explain-failure.ts'
import { formatMeasureValue } from '../format/measure-value.ts'
import type { Stratification } from '../report.ts'
import { nameMeasure, nameRow } from './names.ts'

/**
 * Which printed figure, printed otherwise, would settle a table's failing checks:
 *
 * > Row 70.01 to 75.00 prints 23,706,370.90; 23,716,370.90, one digit different, would settle both.
 */
export function sayExplanation(table: Stratification, explanation: Explanation): string {
  const { measure, bucket, printed, settling, digits, settles } = explanation
  const column = table.columns.find(column => column.measure === measure)
  const say = (value: number) => formatMeasureValue(value, column?.unit ?? null, column?.decimals)
  const row = bucket === null ? 'The total' : `Row ${nameRow(table, bucket)}`
  const apart = digits > 0 ? `, ${digits === 1 ? 'one digit' : `${digits} digits`} different,` : ''
  return `${row} prints ${say(printed)} under ${nameMeasure(table, measure)}; ${say(settling)}${apart} would settle ${sayCount(settles.length)}.`
}

function sayCount(checks: number): string {
  if (checks === 1) return 'the failing check'
  return checks === 2 ? 'both failing checks' : `${checks} failing checks`
}
