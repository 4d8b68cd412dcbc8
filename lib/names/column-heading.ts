import { cutText } from '../cut-text.ts'
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

/**
 * What a column measures, in full, and the header that the filing prints over it:
 *
 * > Average combined loan-to-value ratio; printed as “Wtd. Avg. CLTV”
 */
export function explainColumn({ measure, header }: Column): string {
  const name = findMeasure(measure)?.longName
  if (name === undefined || name.toLowerCase() === header.toLowerCase()) return header
  return `${name}; printed as “${cutText(header, longestHeader)}”`
}

/** Characters of a header as printed; few are longer. */
const longestHeader = 160

/** A column that was read: its measure is known, and so its cells have values. */
export type ReadColumn = Column & { measure: string }

export function isRead(column: Column): column is ReadColumn {
  return column.measure !== null
}
