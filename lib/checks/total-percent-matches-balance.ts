import type { Check, Stratification } from '../report.ts'
import { type CheckInput, type CheckRule, compareFigures } from './check-rule.ts'
import { findPercentBase, ownTotal, shareRounding } from './percent-base.ts'
import { shares } from './percent-shares.ts'
import { addPrinted, findColumn, halfUnit, halfUnitOf } from './printed-precision.ts'

const code = 'total-percent-matches-balance'

function nearest(target: number, candidates: readonly number[]): number {
  return candidates.reduce((best, one) => (Math.abs(one - target) < Math.abs(best - target) ? one : best))
}

function checkTotal(table: Stratification, share: (typeof shares)[number], input: CheckInput): Check[] {
  const column = findColumn(table, share.percent)
  const expected = table.total?.values[share.percent]
  const at = table.total?.places[share.percent]
  const own = ownTotal(table, share.of)
  const base = findPercentBase(table, share, input.stratifications)
  if (!column || expected == null || !at || !own || !base) return []
  if (base.whole === 'table' && expected === 100) return []
  const rows = table.buckets.flatMap(({ values }) => values[share.percent] ?? [])
  const found = nearest(expected, [(own / base.value) * 100, addPrinted(rows, column.decimals)])
  const rounding = base.whole === 'table' ? 0 : shareRounding(own, base, halfUnitOf(table, share.of))
  const subject = { code, stratification: table.id, measure: share.percent, at } as const
  return [compareFigures(subject, { expected, found, tolerance: halfUnit(column) + rounding })]
}

/**
 * A total percent other than 100 against the group's share of the pool, or against the sum of the rounded rows, which
 * some filings print instead. A total of 100 is what the percents are measured by, so there is nothing to compare.
 */
export const totalPercentMatchesBalance: CheckRule = {
  code,
  run: input =>
    input.stratifications.flatMap(table => shares.flatMap(share => checkTotal(table, share, input))),
}
