import type { Check, Place } from '../report.ts'
import type { CheckInput } from './check-input.ts'
import type { DescribedCheck, NamedCheck } from './described-check.ts'
import type { CheckFormula } from './formula.ts'

/**
 * What other code asks checks for, whatever their codes:
 *
 * - `footing`: the rows of a column against its total
 * - `same-total`: a table's total against the totals of other tables
 * - `words`: a figure against words (a row's label, a column's header, a note), not against figures
 */
export type CheckRole = 'footing' | 'same-total' | 'words'

/**
 * One kind of check, with its wording. A new one is a file here and its line in `index.ts`; the ledger, the deal page,
 * the source panel and the exports ask the entry.
 */
export type CheckRule = {
  /** Kebab-case, and reads as a sentence. */
  code: string
  /** What is expected, as a sentence without its full stop. */
  wording: string
  role?: CheckRole
  /** Over its column in the ledger. */
  heading: string
  /** Over a column of its own for each measure, where there are few; without it all measures share one column. */
  headingOf?: (measure: string) => string
  /** A `Check` for every printed figure that something else in the filing gives. */
  run: (input: CheckInput) => Check[]
  /** What a check of no single row is about, in the ledger's first column. Without it: its column and the wording. */
  name?: (named: NamedCheck) => string
  /** What the two figures are that a failing check compares. Without it: Printed and Found. */
  terms?: (named: NamedCheck) => { printed: string; found: string }
  /** Half a sentence that follows a tick or a cross in the source panel. Without it: wording and figures. */
  sentence?: (described: DescribedCheck) => string
  /** The measures whose figures it computes with beside its own: in its row, or `column` for every row of its column. */
  computesWith?: 'column' | ((check: Check) => readonly string[])
  /** The ways in which what it compares may have been computed from printed figures, see `formulaOf`. */
  formulas?: (check: Check, input: CheckInput) => readonly CheckFormula[]
}

/** What a check is about, and the printed figure it covers. */
export type Subject = {
  code: string
  stratification: string | null
  measure?: string
  bucket?: number
  statistic?: string
  reference?: string
  at: Place
}

/** Doubles carry about sixteen digits; a difference below this share of the figures is arithmetic, not print. */
const arithmeticNoise = 1e-12

function isWithin(difference: number, tolerance: number, size: number): boolean {
  return Math.abs(difference) <= tolerance + arithmeticNoise * Math.max(1, Math.abs(size))
}

type Compared = Pick<Check, 'expected' | 'found' | 'tolerance' | 'bounds'>

/** Written out, not spread together: a filing has thousands, and all of one shape. */
function toCheck(subject: Subject, { expected, found, tolerance, bounds }: Compared): Check {
  const { code, stratification, measure = null, bucket = null, statistic = null, reference, at } = subject
  const outcome = isWithin(expected - found, tolerance, expected) ? 'pass' : 'fail'
  if (reference === undefined)
    return {
      code,
      stratification,
      measure,
      bucket,
      statistic,
      at,
      outcome,
      expected,
      found,
      tolerance,
      bounds,
    }
  const about = { code, stratification, measure, bucket, statistic, reference }
  return { ...about, at, outcome, expected, found, tolerance, bounds }
}

/** Check a printed figure against the one that the rest of the filing gives. */
export function compareFigures(
  subject: Subject,
  { expected, found, tolerance }: { expected: number; found: number; tolerance: number },
): Check {
  return toCheck(subject, { expected, found, tolerance, bounds: null })
}

/** Check a printed figure against an interval; `found` is the nearest figure that the interval allows. */
export function compareWithBounds(
  subject: Subject,
  { expected, bounds, tolerance }: { expected: number; bounds: [number, number]; tolerance: number },
): Check {
  const found = Math.min(Math.max(expected, bounds[0]), bounds[1])
  return toCheck(subject, { expected, found, tolerance, bounds })
}
