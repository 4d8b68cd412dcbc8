import { withUnit } from '../format/measure-value.ts'
import { formatMoney } from '../format/money.ts'
import { formatCount, formatDecimal } from '../format/numbers.ts'
import type { Check, Stratification } from '../report.ts'
import type { CheckInput } from './check-input.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import type { CheckFigures, DescribedCheck } from './described-check.ts'
import { cell, tableOf } from './formula.ts'
import { findPercentBase, formulasOfBase, shareRounding } from './percent-base.ts'
import { shares } from './percent-shares.ts'
import { halfUnitOf } from './printed-precision.ts'

const code = 'row-percent-matches-balance'

function checkRows(table: Stratification, share: (typeof shares)[number], input: CheckInput): Check[] {
  const base = findPercentBase(table, share, input.stratifications)
  if (!base) return []
  const percentHalf = halfUnitOf(table, share.percent)
  const valueHalf = halfUnitOf(table, share.of)
  const checks: Check[] = []
  for (const [bucket, { values, places }] of table.buckets.entries()) {
    const expected = values[share.percent]
    const value = values[share.of]
    const at = places[share.percent]
    if (expected == null || value == null || !at) continue
    const found = (value / base.value) * 100
    const tolerance = percentHalf + shareRounding(value, base, valueHalf)
    const subject = { code, stratification: table.id, measure: share.percent, bucket, at } as const
    checks.push(compareFigures(subject, { expected, found, tolerance }))
  }
  return checks
}

function formatSentence({ check, figures, table, from }: DescribedCheck): string {
  const division = formatDivision(check, table) ?? 'its share of the whole'
  const result = `${division} is ${withUnit(formatShare(check, figures), figures.unit)}`
  const printed = withUnit(figures.printed, figures.unit)
  if (from.measure !== check.measure) return `${printed} printed beside it; ${result}`
  return check.outcome === 'pass' ? result : `${result}, not ${printed}`
}

/** One decimal more than printed, unless it takes more to see that the check fails. */
function formatShare(check: Check, figures: CheckFigures): string {
  const decimals = figures.printed.split('.')[1]?.length ?? 0
  return check.outcome === 'pass' ? formatDecimal(check.found, decimals + 1) : figures.found
}

const wholeOf = ({ measure }: Check) => shares.find(({ percent }) => percent === measure)?.of

/** The division behind a row's percent, only when the table's own figures do give what the check found. */
function formatDivision(check: Check, table: Stratification | null): string | null {
  const of = wholeOf(check)
  const part = of && table?.buckets[check.bucket ?? -1]?.values[of]
  const whole = of && table?.total?.values[of]
  if (!part || !whole || Math.abs((part / whole) * 100 - check.found) > 1e-6) return null
  const format = of === 'balanceCents' ? formatMoney : formatCount
  return `${format(part)} ÷ ${format(whole)}`
}

/**
 * A row's printed percent against its balance over the pool's (or its count over all loans), within half a unit of the
 * percent's last place and what rounded balances add to that.
 */
export const rowPercentMatchesBalance: CheckRule = {
  code,
  wording: 'The printed percent is the row’s share of the total',
  heading: 'Row % = row ÷ total',
  sentence: formatSentence,
  computesWith: check => [wholeOf(check) ?? []].flat(),
  formulas: (check, input) => {
    const table = tableOf(input, check.stratification)
    const of = wholeOf(check)
    if (!table || !of || check.measure === null || check.bucket === null) return []
    const expected = cell(table, check.bucket, check.measure)
    const part = cell(table, check.bucket, of)
    return formulasOfBase(table, of, input.stratifications).map(whole => ({
      expected,
      found: { product: [{ number: 100 }, { quotient: [part, whole] }] },
    }))
  },
  run: input =>
    input.stratifications.flatMap(table => shares.flatMap(share => checkRows(table, share, input))),
}
