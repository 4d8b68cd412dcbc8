import type { Check, Stratification } from '../report.ts'
import type { CheckInput } from './check-input.ts'
import { type CheckRule, compareFigures } from './check-rule.ts'
import { cell, type Formula, sumOfCells, tableOf } from './formula.ts'
import { findPercentBase, formulasOfBase, ownTotal, shareRounding } from './percent-base.ts'
import { shares } from './percent-shares.ts'
import { addPrinted, findColumn, halfUnitOf, printedFigures } from './printed-precision.ts'

const code = 'total-percent-matches-balance'

type Share = (typeof shares)[number]
type Allowed = { candidates: number[]; rounding: number }

function nearest(target: number, candidates: readonly number[]): number {
  return candidates.reduce((best, one) => (Math.abs(one - target) < Math.abs(best - target) ? one : best))
}

/** What a total percent other than 100 can be: the share of the pool, the sum of its rows, or at most all of it. */
function findAllowed(table: Stratification, share: Share, tables: readonly Stratification[]): Allowed | null {
  const column = findColumn(table, share.percent)
  const rows = printedFigures(table, share.percent)
  const sum = addPrinted(rows, column?.decimals ?? 0)
  const own = ownTotal(table, share.of)
  const base = findPercentBase(table, share, tables)
  if (!own || !base)
    return sum > 100 ? { candidates: [100], rounding: rows.length * halfUnitOf(table, share.percent) } : null
  const rounding = base.whole === 'table' ? 0 : shareRounding(own, base, halfUnitOf(table, share.of))
  return { candidates: [(own / base.value) * 100, sum], rounding }
}

function checkTotal(table: Stratification, share: Share, input: CheckInput): Check[] {
  const expected = table.total?.values[share.percent]
  const at = table.total?.places[share.percent]
  if (expected == null || !at || expected === 100) return []
  const allowed = findAllowed(table, share, input.stratifications)
  if (!allowed) return []
  const found = nearest(expected, allowed.candidates)
  const tolerance = halfUnitOf(table, share.percent) + allowed.rounding
  const subject = { code, stratification: table.id, measure: share.percent, at } as const
  return [compareFigures(subject, { expected, found, tolerance })]
}

/**
 * A total percent other than 100 against the group's share of the pool, or against the sum of the rounded rows, which
 * some filings print instead; without balances it can at least not be more than all. A total of 100 is what the
 * percents are measured by, so there is nothing to compare.
 */
export const totalPercentMatchesBalance: CheckRule = {
  code,
  wording: 'The printed percent of the total is its share of the pool',
  heading: 'Total % = its share',
  formulas: ({ stratification, measure }, input) => {
    const table = tableOf(input, stratification)
    const of = shares.find(({ percent }) => percent === measure)?.of
    if (!table || measure === null || !of) return []
    const expected = cell(table, 'total', measure)
    const bases = formulasOfBase(table, of, input.stratifications)
    return [
      ...bases.flatMap(part =>
        bases.map(whole => ({
          expected,
          found: { product: [{ number: 100 }, { quotient: [part, whole] satisfies [Formula, Formula] }] },
        })),
      ),
      { expected, found: sumOfCells(table, measure) },
      { expected, found: { number: 100 } },
    ]
  },
  run: input =>
    input.stratifications.flatMap(table => shares.flatMap(share => checkTotal(table, share, input))),
}
