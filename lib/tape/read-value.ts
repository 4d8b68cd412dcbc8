import { readDate } from '../values/index.ts'
import type { FieldSchema } from './schema.ts'

/** Values are shorter; the text of one element is kept up to here. */
export const longestValue = 1000

const decimal = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/
const scientific = /^[+-]?\d(?:\.\d{1,15})?[eE][+-]?\d{1,2}$/
const largestCents = BigInt(Number.MAX_SAFE_INTEGER)
const thousandthsOfCent = 1000n
const decimalsKept = 5

/** > 18558.65 */
const dollarsAndCents = /^\d{1,13}\.\d\d$/

/** Dollars as whole cents; parts of a cent are rounded. Null for what is no amount or too large to be exact. */
function readAmount(text: string): number | null {
  if (dollarsAndCents.test(text)) return Number(text.slice(0, -3)) * 100 + Number(text.slice(-2))
  const [, sign = '', whole = '', parts = ''] = decimal.exec(text) ?? []
  if (whole === '') return null
  const digits = BigInt(whole + parts.slice(0, decimalsKept).padEnd(decimalsKept, '0'))
  const cents = (digits + thousandthsOfCent / 2n) / thousandthsOfCent
  if (cents > largestCents) return null
  return Number(sign === '-' ? -cents : cents) + 0
}

function readNumber(text: string): number | null {
  return decimal.test(text) || scientific.test(text) ? Number(text) : null
}

/** > 02-11-2026 → 2026-02-11: the Commission writes the month first. */
function readDay(text: string): string | null {
  const [, month = '', day = '', year = ''] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(text) ?? []
  return readDate(`${year}-${month}-${day}`)
}

/** > 03/2036 → 2036-03 */
function readMonth(text: string): string | null {
  const [, month = '', year = ''] = /^(\d\d)[/-](\d{4})$/.exec(text) ?? []
  return month >= '01' && month <= '12' ? `${year}-${month}` : null
}

const indicators: Record<string, string> = { true: 'true', false: 'false', '1': 'true', '0': 'false' }

/**
 * A value by its field's type: amounts as cents, percents as they stand (which may be fractions, see `percents.ts`), dates as
 * `YYYY-MM-DD`, months as `YYYY-MM`, codes and words as they are. Null for what the schema does not allow there.
 */
export function readValue(text: string, { type, words }: FieldSchema): number | string | null {
  switch (type) {
    case 'amount':
      return readAmount(text)
    case 'percentage':
    case 'decimal':
      return readNumber(text)
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : null
    case 'date':
      return readDay(text)
    case 'month':
      return readMonth(text) ?? readDay(text)?.slice(0, 'YYYY-MM'.length) ?? null
    case 'indicator':
      return indicators[text.toLowerCase()] ?? null
    case 'code':
      return words !== undefined && Object.hasOwn(words, text) ? text : null
    case 'text':
      return text
  }
}
