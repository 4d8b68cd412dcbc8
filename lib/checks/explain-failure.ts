import { largest, smallest } from '../extremes.ts'
import type { Check, Stratification } from '../report.ts'
import { columnAddsUpToTotal } from './column-adds-up-to-total.ts'
import { shares } from './percent-shares.ts'
import { rowPercentMatchesBalance } from './row-percent-matches-balance.ts'
import { totalIsTheSameInEveryTable } from './total-is-the-same-in-every-table.ts'

/**
 * The one printed figure that, printed otherwise, would settle failing checks of a table. It says what would settle
 * them; nothing is corrected.
 */
export type Explanation = {
  stratification: string
  measure: string
  /** Index of the row, null for the total row. */
  bucket: number | null
  printed: number
  /** The figure that would make the column add up, in the measure's unit. */
  settling: number
  /** How many digits differ between the two, when they are printed alike. */
  digits: number
  /** The failing checks it would settle. */
  settles: Check[]
}

/** Digits in which two figures differ when printed alike, or null when they are not equally long. */
export function differingDigits(a: number, b: number): number | null {
  const [one, other] = [String(Math.round(a)), String(Math.round(b))]
  if (one.length !== other.length) return null
  return [...one].filter((digit, index) => digit !== other[index]).length
}

/** A misprint or misreading changes one digit, or swaps two neighbours. */
const plausibleDigits = 2

type Verdict = 'agrees' | 'disagrees' | 'silent'

/** What the percent printed in a row says about a figure put in the row's place; silent when none is printed. */
function askPercent(rowCheck: Check | undefined, settling: number, total: number): Verdict {
  if (!rowCheck || total === 0) return 'silent'
  const share = (settling / total) * 100
  return Math.abs(share - rowCheck.expected) <= rowCheck.tolerance ? 'agrees' : 'disagrees'
}

function explainTotal(table: Stratification, sum: Check, failing: Check[]): Explanation | null {
  const elsewhere = failing.find(
    ({ code, measure }) => code === totalIsTheSameInEveryTable.code && measure === sum.measure,
  )
  if (!elsewhere || elsewhere.found !== sum.found || sum.measure === null) return null
  const digits = differingDigits(sum.expected, sum.found)
  const settles = failing.filter(({ measure, bucket }) => measure === sum.measure && bucket === null)
  return {
    stratification: table.id,
    measure: sum.measure,
    bucket: null,
    printed: sum.expected,
    settling: sum.found,
    digits: digits ?? 0,
    settles,
  }
}

/** The check of a row's percent that goes with a column: percent of balance with balance, of count with count. */
function findPercentCheck(checks: readonly Check[], measure: string, bucket: number): Check | undefined {
  const percent = shares.find(share => share.of === measure)?.percent
  return checks.find(
    one => one.code === rowPercentMatchesBalance.code && one.measure === percent && one.bucket === bucket,
  )
}

function explainRows(table: Stratification, sum: Check, checks: readonly Check[]): Explanation[] {
  const { measure } = sum
  if (measure === null) return []
  return table.buckets.flatMap(({ values }, bucket) => {
    const printed = values[measure]
    if (printed == null) return []
    const settling = printed + sum.expected - sum.found
    const digits = differingDigits(printed, settling)
    if (settling < 0 || digits === null || digits > plausibleDigits) return []
    const rowCheck = findPercentCheck(checks, measure, bucket)
    if (askPercent(rowCheck, settling, sum.expected) === 'disagrees') return []
    const settles = rowCheck?.outcome === 'fail' ? [sum, rowCheck] : [sum]
    return [{ stratification: table.id, measure, bucket, printed, settling, digits, settles }]
  })
}

/** The explanation that settles most; null when two settle as much, for then the figures do not tell which it is. */
function bestOf(explanations: Explanation[]): Explanation | null {
  const most = Math.max(0, largest(explanations.map(({ settles }) => settles.length)))
  const best = explanations.filter(({ settles }) => settles.length === most)
  const fewestDigits = smallest(best.map(({ digits }) => digits))
  const likeliest = best.filter(({ digits }) => digits === fewestDigits)
  return likeliest.length === 1 ? (likeliest[0] ?? null) : null
}

/**
 * For each exact column of a table that does not add up, the row (or total) whose figure explains it, where the
 * figures tell. Give it all checks, passing ones too: a percent that agrees with its row speaks for the row.
 *
 * A row explains a column when changing just its figure by the difference changes one or two digits, and its own
 * percent does not speak against it. A total explains it when the rows add up to what the other tables print.
 */
export function explainFailures(table: Stratification, checks: readonly Check[]): Explanation[] {
  const own = checks.filter(({ stratification }) => stratification === table.id)
  const failing = own.filter(({ outcome }) => outcome === 'fail')
  const sums = failing.filter(
    ({ code, measure }) =>
      code === columnAddsUpToTotal.code && (measure === 'balanceCents' || measure === 'loanCount'),
  )
  return sums.flatMap(sum => explainTotal(table, sum, failing) ?? bestOf(explainRows(table, sum, own)) ?? [])
}
