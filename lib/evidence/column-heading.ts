import { findMeasure } from '../measures/index.ts'
import type { Column, Unit } from '../report.ts'

const unitWords: Partial<Record<Unit, string>> = { cents: ', $', percent: ', %', months: ', months' }

/**
 * What stands over a column: the measure's short name with its unit, for cells carry none. A measure without a name
 * keeps what the filing prints over it.
 *
 * > Balance, $
 */
export function headColumn({ measure, header, unit }: Column): string {
  const name = findMeasure(measure)?.name ?? header
  const saysUnit = unit === null || /[%$]|\bmonths?\b/i.test(name)
  return saysUnit ? name : `${name}${unitWords[unit] ?? ''}`
}

/** A column that was read: its measure is known, and so its cells have values. */
export type ReadColumn = Column & { measure: string }

export function isRead(column: Column): column is ReadColumn {
  return column.measure !== null
}
