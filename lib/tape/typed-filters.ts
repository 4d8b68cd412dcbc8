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
  ['gte', /^(?:at least|no less than|since|>=|≥)\s*/i],
  ['lte', /^(?:at most|no more than|up to|until|<=|≤)\s*/i],
  ['between', /^(?:between|from)\s+/i],
  ['not', /^(?:is not|not|!=|≠)\s*/i],
  ['gt', /^(?:greater than|higher than|more than|above|over|after|>)\s*/i],
  ['lt', /^(?:lower than|less than|below|under|before|<)\s*/i],
  ['', /^(?:equals|is|in|=|:)\s*/i],
] as const

/** More filters than these in one line are none that anybody types. */
const mostTyped = 8

/** What is understood of a line, and of each of its other parts why it is not. */
type TypedFilters = { filters: LoanFilter[]; problems: { typed: string; problem: string }[] }
type ReadOne = LoanFilter | { problem: string }

/**
 * Filters as people type them, with commas or “and” between them, names of one kind also with “or”.
 *
 * > Texas, DSCR under 1.5     FICO 600-650     LTV between 70 and 80     not Florida     office or retail     no credit score
 */
export function readTypedFilters(typed: string, columns: LoanColumns): TypedFilters {
  const text = typed.trim()
  const whole = readOne(text, columns)
  if (whole && !('problem' in whole)) return { filters: [whole], problems: [] }
  const read = readPieces(text, columns)
  // Where no part is understood either, what is wrong with the whole says more.
  return whole && read.filters.length === 0 ? { filters: [], problems: [{ typed: text, ...whole }] } : read
}

function readPieces(text: string, columns: LoanColumns): TypedFilters {
  const read: TypedFilters = { filters: [], problems: [] }
  const pieces = text.split(/\s*(?:[,;](?!\d{3}\b)|\band\b)\s*/i).filter(piece => piece !== '')
  for (const piece of pieces.slice(0, mostTyped)) {
    const one = readOne(piece, columns) ?? readEither(piece, columns)
    if ('problem' in one) read.problems.push({ typed: piece, problem: one.problem })
    else read.filters.push(one)
  }
  for (const piece of pieces.slice(mostTyped))
    read.problems.push({
      typed: piece,
      problem: `“${piece}” stands behind ${mostTyped} others, and no more are read at once.`,
    })
  return read
}

/** Names of one kind, of which any will do: > Texas or California     not office or retail */
function readEither(text: string, columns: LoanColumns): ReadOne {
  const parts = text.split(/\s+or\s+/i)
  if (parts.length === 1) return { problem: `“${text}” names nothing that these loans are sorted by.` }
  const [first, ...others] = parts.map(part => readOne(part, columns))
  const names = [first, ...others].flatMap(one => (one && 'names' in one ? one.names : []))
  const isAlike = (one: ReadOne | null) =>
    one !== null &&
    'names' in one &&
    one.is === 'among' &&
    first &&
    'by' in first &&
    one.by.key === first.by.key
  if (first && 'names' in first && others.every(isAlike)) return { ...first, typed: names.join(','), names }
  return { problem: `“${text}” is no choice between names of one kind, such as two states.` }
}

/** What loans tell or do not tell, and what they have several of: > no credit score     Several states     has a DSCR */
function readTold(text: string, keys: readonly LoanKey[], columns: LoanColumns): ReadOne | null {
  const fold = text.toLowerCase()
  const [, word = '', name = ''] =
    /^(no|without|with|has|have|several)\s+(?:an?\s+|any\s+)?(.+)$/.exec(fold) ?? []
  if (word === '') return null
  const is = word === 'several' ? 'several' : /^(?:no|without)$/.test(word) ? 'lacks' : 'has'
  for (const called of [name, name.replace(/s$/, '')]) {
    const subject = findSubject(called, keys)
    if (subject?.length === called.length) return readLoanFilter(is, subject.key.key, columns)
  }
  return null
}

function readOne(text: string, columns: LoanColumns): ReadOne | null {
  const keys = dimensionKeys(columns.loans)
  const subject = findSubject(text, keys)
  const rest = subject ? text.slice(subject.length).trim() : text
  const found = comparing.find(([, pattern]) => pattern.test(rest))
  const [is, value] = found ? [found[0], rest.replace(found[1], '').trim()] : ['', rest]
  const name = subject === null && (is === '' || is === 'not') ? readName(value, is, keys, columns) : null
  if (subject === null) return name ?? readTold(text, keys, columns)
  if (value === '') return null
  const between = /\s+(?:to|and|–|-)\s+|(?<=[\d%kmx])[-–](?=[$\d])/i
  const ends = value.split(between)
  const two = is === 'between' || (is === '' && ends.length === 2)
  const isFigure = subject.key.unit !== 'text'
  // Commas part filters, but for those that group digits.
  if (isFigure && !two && /,(?!\d{3}(?!\d))|\band\b/i.test(value)) return null
  if (!isFigure && is !== 'between') return readNamed(value, is, subject.key, columns)
  if (!two) return readLoanFilter(is === '' ? subject.key.key : `${subject.key.key}__${is}`, value, columns)
  return readLoanFilter(`${subject.key.key}__between`, ends.join(';'), columns)
}

/** The names of a dimension that is named itself, with “or” between them where that is in no name. */
function readNamed(value: string, is: string, { key }: LoanKey, columns: LoanColumns): ReadOne {
  const parameter = is === '' ? key : `${key}__${is}`
  const read = readLoanFilter(parameter, value, columns)
  if (!('problem' in read) || !/\sor\s/i.test(value)) return read
  return readLoanFilter(parameter, value.replace(/\s+or\s+/gi, ','), columns)
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
): ReadOne | null {
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
