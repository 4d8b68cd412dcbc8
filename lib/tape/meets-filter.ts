import { type LoanValue, Several } from './cut.ts'
import type { LoanFilter, LoanLimit } from './filters.ts'

/**
 * Whether a value is what a filter asks for; null where it cannot be judged: the loan does not tell it, or has several, of which
 * not all are meant.
 */
export function meets(filter: LoanFilter, value: LoanValue): boolean | null {
  if (filter.is === 'has') return value !== null
  if (filter.is === 'lacks') return value === null
  if (value === null) return null
  if (value instanceof Several) return severalMeet(filter, value)
  if (filter.is === 'several' || filter.is === 'partly') return false
  if (filter.is === 'among') return typeof value === 'string' && filter.names.includes(value)
  if (filter.is === 'not') return typeof value === 'string' && !filter.names.includes(value)
  return 'low' in filter && liesWithin(filter, value)
}

/** All of several names are meant, or none, or it cannot be judged; a property that does not tell its name may have any. */
function severalMeet(filter: LoanFilter, { names, isWhole }: Several): boolean | null {
  if (filter.is === 'several') return true
  if (!('names' in filter)) return null
  const meant = names.filter(name => filter.names.includes(name)).length
  const isAll = isWhole && meant === names.length
  const isNone = isWhole && meant === 0
  if (filter.is === 'partly') return !isAll && !isNone
  if (!isAll && !isNone) return null
  return filter.is === 'not' ? isNone : isAll
}

type Told = number | string

function liesWithin({ low, high }: { low: LoanLimit; high: LoanLimit }, value: Told): boolean {
  if (low !== null && compare(value, low.value) < (low.included ? 0 : 1)) return false
  return high === null || compare(value, high.value) <= (high.included ? 0 : -1)
}

/** Below nothing where a value is less; of a date as far as the limit tells it. */
function compare(value: Told, limit: Told): -1 | 0 | 1 {
  const own = typeof value === 'string' && typeof limit === 'string' ? value.slice(0, limit.length) : value
  if (own === limit) return 0
  return own < limit ? -1 : 1
}
