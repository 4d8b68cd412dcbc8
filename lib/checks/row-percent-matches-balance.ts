import type { Check, Stratification } from '../report.ts'
import { type CheckInput, type CheckRule, compareFigures } from './check-rule.ts'
import { findPercentBase, shareRounding } from './percent-base.ts'
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

/**
 * A row's printed percent against its balance over the pool's (or its count over all loans), within half a unit of the
 * percent's last place and what rounded balances add to that.
 */
export const rowPercentMatchesBalance: CheckRule = {
  code,
  run: input =>
    input.stratifications.flatMap(table => shares.flatMap(share => checkRows(table, share, input))),
}
