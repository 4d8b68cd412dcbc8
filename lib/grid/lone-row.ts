import type { Grid, GridRow } from './grid.ts'
import { isCarriedLabel, isTotalLabel } from './total-label.ts'

const LENT = /\b(?:loans?|mortgages?|contracts?|receivables?|leases?|accounts?|pool)\b/i
const SHARE = /%|\bper ?cent(?:age)?s?\b|\bpct\b/i
const BALANCE = /\b(?:balances?|bal\b|principal|UPB|amounts?)/i
const NUMBER =
  /\b(?:number|no\.?|count)\b|#|^(?:mortgage |home equity )?(?:loans|contracts|receivables|leases|accounts)$/i
const AVERAGED = /\b(?:average|avg|mean|weighted|wtd|w\.? ?a|min|max|minimum|maximum)\b/i

type HeadedRow = Pick<Grid, 'columns' | 'rows' | 'isPlain'>

/**
 * Is a row by itself, without a total, a table of a pool that splits into one part?
 *
 * > Property Type      Number of Loans        Balance      % of Pool
 *   Single Family                  120     24,000,000         100.00
 *
 * Nothing shows that a single line with figures is a table but the words over them: all columns have some, two of them
 * those of a number, a balance or a share, and they speak of loans. A share alone is all of them. A sum by itself belongs
 * to rows elsewhere.
 */
export function isLoneRowOfPool({ columns, rows, isPlain }: HeadedRow): boolean {
  const [row, ...others] = rows
  if (row === undefined || others.length > 0 || isPlain || row.label === null) return false
  if (isTotalLabel(row.label.text) || isCarriedLabel(row.label.text)) return false
  const headers = columns.map(({ header }) => header)
  const [only = '', ...more] = headers
  if (more.length === 0) return LENT.test(only) && sumIn(only) === 'share' && isAll(row)
  return namesSums(headers)
}

const isAll = ({ cells: [share] }: GridRow) => /^100(?:\.0+)?$/.test(share?.text ?? '')

/** May headers in this text name sums of loans? Saves time: most lines with figures stand below other words. */
export function mayNameSums(text: string): boolean {
  return LENT.test(text) && (SHARE.test(text) || BALANCE.test(text))
}

/** Do headers speak of loans, and of a number, a balance or a share of them in two columns, each in its own words? */
function namesSums(headers: readonly string[]): boolean {
  if (headers.includes('') || !headers.some(header => LENT.test(header))) return false
  return new Set(headers.flatMap(header => sumIn(header) ?? [])).size > 1
}

function sumIn(header: string): 'share' | 'balance' | 'number' | null {
  if (AVERAGED.test(header)) return null
  if (SHARE.test(header)) return 'share'
  if (BALANCE.test(header)) return 'balance'
  return NUMBER.test(header) ? 'number' : null
}
