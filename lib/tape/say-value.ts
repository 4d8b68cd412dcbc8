import { nameByCode } from '../dimensions/index.ts'
import { largest } from '../extremes.ts'
import {
  formatDate,
  formatDecimal,
  formatMeasureValue,
  formatMoney,
  formatShortDate,
} from '../format/index.ts'
import type { Value } from './column.ts'
import { type LoanValue, Several } from './cut.ts'
import { isYear } from './field-name.ts'
import type { LoanKey } from './loan-key.ts'
import type { FieldSchema } from './schema.ts'

const mostDecimals = 10

/** A figure with the decimals that it has. > 0.06055   1,250   12.5 */
function sayFigure(value: number): string {
  return formatDecimal(value, countDecimals(value))
}

/** The decimals that a figure has: 5 of 0.06055. */
function countDecimals(value: number): number {
  if (Number.isInteger(value)) return 0
  return /\.(\d+)$/.exec(value.toFixed(mostDecimals).replace(/0+$/, ''))?.[1]?.length ?? 0
}

const monthOf = (month: string) => formatDate(`${month}-01`).replace(/^1 /, '')
const truths: Record<string, string> = { true: 'Yes', false: 'No' }

/** No exhibit tells more decimals of what loans are sorted by: a figure that has more is a quotient, which has no end of them. */
const mostTold = 6
const ofQuotients = 2

/**
 * How many decimals the figures of a column take so that none that is told is rounded, and all stand below each other; of
 * quotients two are shown.
 */
export function decimalsOf(values: readonly LoanValue[], { unit, decimals, cut }: LoanKey): number {
  if (unit === 'cents') return 2
  const own = values.map(value => (typeof value === 'number' ? countDecimals(value) : 0))
  if (cut === null) return largest(own)
  return Math.max(decimals, largest(own.map(count => (count > mostTold ? ofQuotients : count))))
}

/** Several names are said as their table has it; among figures one word is enough. */
export const saySeveral = ({ unit, cut }: LoanKey) => (unit === 'text' && cut?.several) || 'Several'

/**
 * What a loan has by a key, as a cell of a table shows it, without its unit, figures with so many decimals; null where it does not
 * tell.
 */
export function sayLoanValue(value: LoanValue, by: LoanKey, decimals: number): string | null {
  if (value === null) return null
  if (value instanceof Several) return saySeveral(by)
  const { key, unit, cut, isMonth } = by
  if (typeof value === 'number')
    return isYear(key) ? String(value) : formatMeasureValue(value, unit, decimals)
  if (unit === 'date') return isMonth ? monthOf(value) : formatShortDate(value)
  if (cut?.dimension === 'state') return nameByCode.get(value) ?? value
  return cut === null ? (truths[value] ?? value) : value
}

/** A value of an exhibit in words: money in dollars, dates as people write them, what a code means. Figures stay as they stand there. */
export function sayFieldValue(value: Value, name: string, { type, words }: FieldSchema): string | null {
  if (value === null) return null
  if (typeof value === 'number')
    return type === 'amount'
      ? `$${formatMoney(value)}`.replace('$\u2212', '\u2212$')
      : isYear(name)
        ? String(value)
        : sayFigure(value)
  if (type === 'date') return formatDate(value)
  if (type === 'month') return monthOf(value)
  if (type === 'indicator') return truths[value] ?? value
  const [first = '', rest = ''] = [words?.[value]?.charAt(0), words?.[value]?.slice(1)]
  return first === '' ? value : first.toUpperCase() + rest
}
