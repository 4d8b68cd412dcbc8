import { cell, evaluate, type FigureRef, type Formula } from '../checks/formula.ts'
import { findPercentBase, formulasOfBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Stratification } from '../report.ts'
import { type Ends, minus, most, number, over, plus, sumOf, times, zero } from './ends.ts'
import type { NamedShare, ShareOf } from './named-share.ts'

const measures = {
  balance: { percent: 'balancePct', of: 'balanceCents' },
  count: { percent: 'countPct', of: 'loanCount' },
} as const

type FigureOf = (figure: FigureRef) => number | null
type NamedSource = {
  table: Stratification
  tables: readonly Stratification[]
  by: ShareOf
  figureOf: FigureOf
}

/** How both ends of a named share (`named-share.ts`) come out of printed figures; null where a row prints none. */
export function formulasOfName(source: NamedSource, { rule, buckets, share }: NamedShare): Ends | null {
  if (rule === 'all-are-printed') return { low: zero, high: zero }
  if (rule === 'residual-with-cap') return { low: zero, high: number(share.high) }
  const rows = buckets.map(order => shareOfRow(source, order))
  if (!rows.every(row => row !== null)) return null
  const sum = sumOf(rows)
  return rule === 'residual' ? { low: zero, high: sum.high } : sum
}

/** The one figure that named rows come to: of their balances, else of their percents as printed. */
export function figuresOfName(
  { table, tables, by, figureOf }: NamedSource,
  buckets: readonly number[],
): Formula[] {
  const { percent, of } = measures[by]
  const base = baseOf({ table, tables, by, figureOf })
  const sum = (measure: string): Formula => ({ sum: buckets.map(row => cell(table, row, measure)) })
  return [...(base ? [over(times(number(100), sum(of)), base.formula)] : []), sum(percent)]
}

/** Balances where they are printed, for percents are rounded. */
function shareOfRow(source: NamedSource, row: number): Ends | null {
  const { table, by } = source
  const { percent, of } = measures[by]
  const values = table.buckets[row]?.values ?? {}
  const base = baseOf(source)
  const wide = (figure: Formula, half: number): Ends =>
    half === 0
      ? { low: figure, high: figure }
      : { low: minus(figure, number(half)), high: plus(figure, number(half)) }
  if (base !== null && values[of] != null) {
    const [amount, whole] = [wide(cell(table, row, of), halfUnitOf(table, of)), wide(base.formula, base.half)]
    const share = (part: Formula, by: Formula) => over(times(number(100), part), by)
    return { low: share(amount.low, whole.high), high: share(amount.high, whole.low) }
  }
  if (values[percent] == null) return null
  const { low, high } = wide(cell(table, row, percent), halfUnitOf(table, percent))
  return { low: most([zero, low]), high }
}

/** What shares are of, as it is printed. */
function baseOf({ table, tables, by, figureOf }: NamedSource): { formula: Formula; half: number } | null {
  const base = findPercentBase(table, measures[by], tables)
  const formula =
    base && formulasOfBase(table, measures[by].of, tables).find(one => evaluate(one, figureOf) === base.value)
  return base && formula ? { formula, half: base.halfUnit } : null
}
