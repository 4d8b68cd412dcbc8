import { cell, evaluate, type FigureRef, type Formula } from '../checks/formula.ts'
import { findPercentBase, formulasOfBase } from '../checks/percent-base.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Stratification } from '../report.ts'
import type { Amount } from './answer.ts'
import { type Ends, least, minus, most, number, over, plus, sumOf, times, zero } from './ends.ts'
import { measuresOf, type NamedShare } from './named-share.ts'
import type { SharedName } from './share-of-name.ts'

type FigureOf = (figure: FigureRef) => number | null
type NamedSource = {
  table: Stratification
  tables: readonly Stratification[]
  amount: Amount
  figureOf: FigureOf
}

/** How both ends of what a pool has of a name (`share-of-name.ts`) come out of printed figures; null where nothing tells. */
export function formulasOfSharedName(source: NamedSource, { certain, possible }: SharedName): Ends | null {
  const ends = formulasOfName(source, certain)
  if (ends === null || possible === null) return ends
  const more = formulasOfName(source, possible)
  const high = more && plus(ends.high, more.high)
  return (
    high && { low: ends.low, high: measuresOf[source.amount].isShare ? least([number(100), high]) : high }
  )
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
export function figuresOfName(source: NamedSource, buckets: readonly number[]): Formula[] {
  const { table, amount } = source
  const { percent, of } = measuresOf[amount]
  const base = baseOf(source)
  const sum = (measure: string): Formula => ({ sum: buckets.map(row => cell(table, row, measure)) })
  return [...(base ? [over(times(number(100), sum(of)), base.formula)] : []), sum(percent)]
}

/** Balances where they are printed, for percents are rounded. */
function shareOfRow(source: NamedSource, row: number): Ends | null {
  const { table, amount } = source
  const { percent, of, isShare } = measuresOf[amount]
  const values = table.buckets[row]?.values ?? {}
  const wide = (figure: Formula, half: number): Ends =>
    half === 0
      ? { low: figure, high: figure }
      : { low: minus(figure, number(half)), high: plus(figure, number(half)) }
  const notBelowZero = ({ low, high }: Ends, half: number): Ends => ({
    low: half === 0 ? low : most([zero, low]),
    high,
  })
  const printed = (measure: string) => {
    const half = halfUnitOf(table, measure)
    return values[measure] == null ? null : notBelowZero(wide(cell(table, row, measure), half), half)
  }
  if (!isShare) return printed(of)
  const base = baseOf(source)
  if (base === null || values[of] == null) return printed(percent)
  const [own, whole] = [wide(cell(table, row, of), halfUnitOf(table, of)), wide(base.formula, base.half)]
  const share = (part: Formula, by: Formula) => over(times(number(100), part), by)
  return { low: share(own.low, whole.high), high: share(own.high, whole.low) }
}

/** What shares are of, as it is printed. */
function baseOf({ table, tables, amount, figureOf }: NamedSource): { formula: Formula; half: number } | null {
  const base = findPercentBase(table, measuresOf[amount], tables)
  const formula =
    base &&
    formulasOfBase(table, measuresOf[amount].of, tables).find(one => evaluate(one, figureOf) === base.value)
  return base && formula ? { formula, half: base.halfUnit } : null
}
