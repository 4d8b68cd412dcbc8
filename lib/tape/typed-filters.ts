import { readStateCode } from '../dimensions/index.ts'
import { type LoanFilter, namesBy, readLoanFilter } from './filters.ts'
import type { LoanColumns } from './loan-columns.ts'
import { dimensionKeys, type LoanKey } from './loan-key.ts'

/** What people call dimensions, beside their names and ids. */
const calledAlso: Record<string, readonly string[]> = {
  dscr: ['debt-service-coverage'],
  'debt service coverage ratio': ['debt-service-coverage'],
  coverage: ['debt-service-coverage'],
  ltv: ['original-ltv', 'current-ltv'],
  cltv: ['combined-ltv'],
  fico: ['credit-score'],
  score: ['credit-score'],
  rate: ['mortgage-rate'],
  apr: ['mortgage-rate'],
  coupon: ['mortgage-rate'],
  balance: ['current-balance'],
  occupancy: ['occupancy-rate', 'occupancy'],
  term: ['original-term'],
  pti: ['payment-to-income'],
  make: ['vehicle-make'],
  maturity: ['maturity-year'],
  type: ['property-type'],
}

/** Words that compare, longer ones first; `not` and `` are for names. */
const comparing = [
  ['gte', /^(?:at least|no less than|>=|≥)\s*/i],
  ['lte', /^(?:at most|no more than|up to|<=|≤)\s*/i],
  ['between', /^(?:between|from)\s+/i],
  ['not', /^(?:is not|not|!=|≠)\s*/i],
  ['gt', /^(?:greater than|higher than|more than|above|over|>)\s*/i],
  ['lt', /^(?:lower than|less than|below|under|<)\s*/i],
  ['', /^(?:equals|is|in|=|:)\s*/i],
] as const

/** More filters than these in one line are none that anybody types. */
const mostTyped = 8

/**
 * Filters as people type them, with commas or “and” between them.
 *
 * > Texas, DSCR under 1.5     FICO < 620     LTV between 70 and 80     not Florida     Office
 */
export function readTypedFilters(
  typed: string,
  columns: LoanColumns,
): { filters: LoanFilter[] } | { problem: string } {
  const whole = readOne(typed.trim(), columns)
  if (whole) return 'problem' in whole ? whole : { filters: [whole] }
  const pieces = typed.split(/\s*(?:[,;](?!\d{3}\b)|\band\b)\s*/i).filter(piece => piece !== '')
  const filters: LoanFilter[] = []
  for (const piece of pieces.slice(0, mostTyped)) {
    const one = pieces.length === 1 ? null : readOne(piece, columns)
    if (one === null) return { problem: `“${piece}” names nothing that these loans are sorted by.` }
    if ('problem' in one) return one
    filters.push(one)
  }
  return { filters }
}

function readOne(text: string, columns: LoanColumns): LoanFilter | { problem: string } | null {
  const keys = dimensionKeys(columns.loans)
  const subject = findSubject(text, keys)
  const rest = subject ? text.slice(subject.length).trim() : text
  const found = comparing.find(([, pattern]) => pattern.test(rest))
  const [is, value] = found ? [found[0], rest.replace(found[1], '').trim()] : ['', rest]
  if (subject === null) return is === '' || is === 'not' ? readName(value, is, keys, columns) : null
  if (value === '') return null
  const two = is === 'between' || /^\S+\s+(?:to|and|–)\s+\S+$/i.test(value)
  const ends = value.split(/\s+(?:to|and|–)\s+/i)
  const isFigure = subject.key.unit !== 'text'
  // Commas part filters, but for those that group digits.
  if (isFigure && !two && /,(?!\d{3}(?!\d))|\band\b/i.test(value)) return null
  if (!isFigure || !two)
    return readLoanFilter(is === '' ? subject.key.key : `${subject.key.key}__${is}`, value, columns)
  return readLoanFilter(`${subject.key.key}__between`, ends.join(';'), columns)
}

/** The dimension that a text begins with, by the longest of its names. */
function findSubject(text: string, keys: readonly LoanKey[]): { key: LoanKey; length: number } | null {
  const lower = text.toLowerCase()
  const called = keys.flatMap(key => [
    ...[key.key, key.name, key.cut?.title ?? ''].map(name => ({ key, name: name.toLowerCase() })),
    ...Object.entries(calledAlso).flatMap(([name, ids]) => (ids.includes(key.key) ? [{ key, name }] : [])),
  ])
  const isWhole = (name: string) => lower.startsWith(name) && !/[\w-]/.test(lower.charAt(name.length))
  const fits = called.filter(({ name }) => name !== '' && isWhole(name))
  const [longest] = fits.sort((one, other) => other.name.length - one.name.length)
  return longest ? { key: longest.key, length: longest.name.length } : null
}

/** A name alone: of the first dimension that has it, states before others. */
function readName(
  text: string,
  is: '' | 'not',
  keys: readonly LoanKey[],
  columns: LoanColumns,
): LoanFilter | { problem: string } | null {
  const fold = text.trim().toLowerCase()
  if (fold === '') return null
  const key = keys.find(
    one =>
      one.unit === 'text' &&
      (namesBy(one, columns).some(name => name.toLowerCase() === fold) ||
        (one.key === 'state' && readStateCode(text.trim()) !== null)),
  )
  return key ? readLoanFilter(is === 'not' ? `${key.key}__not` : key.key, text, columns) : null
}
