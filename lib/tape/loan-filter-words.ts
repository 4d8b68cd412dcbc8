import { nameByCode } from '../dimensions/index.ts'
import { sayFigure } from '../distributions/index.ts'
import { formatDate } from '../format/index.ts'
import { isYear } from './field-name.ts'
import type { LoanFilter, LoanLimit } from './filters.ts'
import type { LoanKey } from './loan-key.ts'

const listing = new Intl.ListFormat('en', { type: 'disjunction' })

/** A name as people read it: a state by its name. */
export function sayName({ cut }: Pick<LoanKey, 'cut'>, name: string): string {
  return cut?.dimension === 'state' ? (nameByCode.get(name) ?? name) : name
}

/**
 * A filter in words: what it asks of, and what of it.
 *
 * > State | Texas or California     DSCR | below 1.5     Credit score | is told     State | not Texas
 */
export function describeLoanFilter(filter: LoanFilter): { name: string; limits: string } {
  return { name: filter.by.name, limits: sayLimits(filter) }
}

function sayLimits(filter: LoanFilter): string {
  const { by, is } = filter
  if (is === 'has') return 'is told'
  if (is === 'lacks') return 'is not told'
  if (is === 'several') return 'is several'
  if ('names' in filter) {
    const names = listing.format(filter.names.map(name => sayName(by, name)))
    return is === 'among' ? names : `${is} ${names}`
  }
  const say = (limit: LoanLimit) => (limit === null ? '' : sayTold(limit.value, by))
  if (!('low' in filter)) return ''
  const { low, high } = filter
  if (is === 'eq') return `is ${say(low)}`
  if (is === 'between') return `${say(low)} to ${say(high)}`
  if (low) return `${low.included ? 'at least' : 'over'} ${say(low)}`
  return `${high?.included ? 'at most' : 'below'} ${say(high)}`
}

/** > 72.5%     $5,000,000     1.25x     31 January 2024     2024 */
function sayTold(value: number | string, { unit, key }: LoanKey): string {
  if (typeof value === 'string') return value.length === 'YYYY-MM-DD'.length ? formatDate(value) : value
  if (unit === 'years' || isYear(key)) return String(value)
  return `${sayFigure(value, unit)}${unit === 'percent' ? '%' : ''}`
}
