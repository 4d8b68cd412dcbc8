import type { Value } from './column.ts'
import type { Loans } from './loans.ts'
import type { ValueTable } from './table-of-values.ts'

/** What a value of a field must lie between, both ends included: cents of amounts, years of dates. */
type Bounds = readonly [least: number, most: number]

const score: Bounds = [300, 900]
const year: Bounds = [1900, 2199]
/** A hundred years: fields that are not known are filled with nines. */
const mostMonths = 1200
const wholeTerm: Bounds = [1, mostMonths]
const restOfTerm: Bounds = [0, mostMonths]
const worth: Bounds = [1, Number.POSITIVE_INFINITY]

/** The fields that loans are sorted by or averaged over, as far as not every figure can be theirs. */
const boundsByField: Readonly<Record<string, Bounds>> = {
  obligorCreditScore: score,
  lesseeCreditScore: score,
  originalObligorCreditScoreNumber: score,
  vehicleModelYear: [1900, 2099],
  maturityDate: year,
  originalTermLoanNumber: wholeTerm,
  originalLoanTerm: wholeTerm,
  originalLeaseTermNumber: wholeTerm,
  originalSecurityTermNumber: wholeTerm,
  remainingTermToMaturityNumber: restOfTerm,
  remainingTermNumber: restOfTerm,
  originalLoanAmount: worth,
  vehicleValueAmount: worth,
  valuationSecuritizationAmount: worth,
}

/** What stands where there is nothing to tell: > None   N/A   No score   Unknown */
export const TELLS_NONE =
  /^(?:none|nil|null|n\.?\/?a\.?|-+|no\b.*|un\w*(?:known|available|reported|scored|rated|specified)|missing|not\b.*|without\b.*)$/i

/** > 712 → 712   “2022” → 2022   2034-03-06 → 2034   NaN for what is no plain figure */
function figureOf(value: number | string): number {
  if (typeof value === 'number') return value
  return Number(/^(\d+)(?:\.0*|-\d\d(?:-\d\d)?)?$/.exec(value.trim())?.[1])
}

/** Can a value be one of its field? Of a field without bounds any can. */
function isPossible(field: string, value: number | string): boolean {
  const bounds = boundsByField[field]
  if (bounds === undefined) return true
  const figure = figureOf(value)
  return figure >= bounds[0] && figure <= bounds[1]
}

/** A value as far as it can be one of its field, else null. */
export function possibleValue<Told extends Value>(field: string, value: Told): Told | null {
  return value !== null && isPossible(field, value) ? value : null
}

/** Tell values of counted loans that tables and averages leave out, for they cannot be of their field. */
export function findImpossible({ loans, from: { assets, properties, faults } }: Loans): void {
  const find = (table: ValueTable, field: string, row: number) => {
    const value = table.get(row, field)
    if (value === null || isPossible(field, value)) return
    if (typeof value === 'string' && TELLS_NONE.test(value.trim())) return
    const first = typeof value === 'number' && field.endsWith('Amount') ? value / 100 : value
    faults.add('impossible-value', field, String(first), table.lineOf(row, field) ?? table.lineOfRow(row))
  }
  for (const field of Object.keys(boundsByField)) {
    const [inAssets, inProperties] = [assets.holds(field), properties.holds(field)]
    if (!inAssets && !inProperties) continue
    for (const { row, own, properties: behind } of loans) {
      if (inAssets) find(assets, field, row)
      if (!inProperties) continue
      for (const property of own) find(properties, field, property)
      for (const property of behind) find(properties, field, property)
    }
  }
}
