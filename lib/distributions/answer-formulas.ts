import { cell, type Formula } from '../checks/formula.ts'
import { findColumn, halfUnit, halfUnitOf, halfUnitsOfAverage } from '../checks/printed-precision.ts'
import type { Stratification } from '../report.ts'
import { type Amount, amounts, ask, type Part } from './answer.ts'
import type { Bound, Distribution, Row, Span } from './distribution.ts'
import { type Ends, least, minus, most, number, over, plus, sumOf, times, zero } from './ends.ts'
import { balancesInside, shareInside } from './part-formulas.ts'
import { meetRow } from './part-of-row.ts'
import { onGridOf } from './question.ts'
import { averageOf } from './read-distribution.ts'

/** How both ends of an answer's amounts come out of printed figures; null for an amount that is not answered. */
export type AnswerFormulas = Record<Amount, Ends | null>

/**
 * What `ask` answers of a span, as steps that anybody can follow. They mirror its arithmetic one to one; who uses them holds
 * what they come to against the answer.
 */
export function formulasOfAnswer(
  table: Stratification,
  distribution: Distribution,
  asked: Span,
): AnswerFormulas {
  const { parts, ...answer } = ask(distribution, asked)
  const span = onGridOf(distribution, asked)
  const source = { table, distribution, span }
  const sums = (amount: Amount): Ends | null => {
    const ends = parts.map(part => partOf(source, part, amount))
    return ends.every(end => end !== null) ? sumOf(ends.filter(end => end !== nothing)) : null
  }
  const percent = (amount: 'balancePct' | 'countPct', of: 'balanceCents' | 'loanCount'): Ends | null => {
    const [part, total] = [sums(of), totalOf(source, of)]
    const isOfAmounts = answer[of] !== null && (distribution.total[of]?.low ?? 0) > 0
    if (isOfAmounts && part && total) return percentOf(part, total)
    return shareOfPrinted(source, sums(amount), amount)
  }
  const formulas: AnswerFormulas = {
    loanCount: sums('loanCount'),
    balanceCents: sums('balanceCents'),
    balancePct: percent('balancePct', 'balanceCents'),
    countPct: percent('countPct', 'loanCount'),
  }
  for (const amount of amounts) if (answer[amount] === null) formulas[amount] = null
  return formulas
}

type Source = { table: Stratification; distribution: Distribution; span: Span }

const nothing: Ends = { low: zero, high: zero }

/** What of a row lies inside. */
function partOf(source: Source, { row, rule, share }: Part, amount: Amount): Ends | null {
  if (rule === null || rule === 'no-figure') return nothing
  if (share[amount] === null) return null
  const all = amountOf(source.table, row, amount)
  if (all === null || rule === 'whole-rows') return all
  const upToAll = { low: zero, high: all.high }
  if (rule !== 'count-and-balance' && rule !== 'row-average') return upToAll
  return acrossOf(source, row, amount) ?? upToAll
}

/** The part of a row across an edge that its loans and balance, or its average, leave. */
function acrossOf({ table, distribution, span }: Source, row: Row, amount: Amount): Ends | null {
  const meeting = typeof row.holds === 'object' ? meetRow(row.holds.span, span, distribution.grid) : 'outside'
  if (typeof meeting !== 'object') return null
  const own = amountOf(table, row, amount)
  const [loans, balance] = [amountOf(table, row, 'loanCount'), amountOf(table, row, 'balanceCents')]
  if (distribution.isOfBalance && row.loanCount && row.balanceCents && loans && balance) {
    const part = balancesInside(meeting.across, {
      loans: loans.low,
      count: row.loanCount.low,
      balance,
      bound: row.balanceCents,
    })
    if (amount === 'loanCount') return part.loanCount
    if (amount === 'balanceCents') return part.balanceCents
    const [inside, whole, bound] =
      amount === 'balancePct'
        ? [part.balanceCents, balance, row.balanceCents]
        : [part.loanCount, loans, row.loanCount]
    return own && scaled(own, ratio(inside, whole, bound))
  }
  const average = averageFormula(table, row)
  if (average === null || row.average === null) return null
  const share = shareInside(meeting.across, average, row.average)
  return byAverage(amount, { own, loans, row, share, by: distribution.averageBy })
}

type ByAverage = {
  own: Ends | null
  loans: Ends | null
  row: Row
  share: Ends & { bound: Bound }
  by: 'balance' | 'count' | null
}

/** The average tells a share of what weighs it; of loans where balances weigh it only whether any or all lie inside. */
function byAverage(amount: Amount, { own, loans, row, share, by }: ByAverage): Ends | null {
  if (own === null) return null
  const upToAll = { low: zero, high: own.high }
  if (by === 'count') {
    if (amount === 'loanCount') return wholes(scaled(own, share))
    return amount === 'countPct' ? scaled(own, share) : upToAll
  }
  if (amount === 'balanceCents') return wholes(scaled(own, share))
  if (amount === 'balancePct') return scaled(own, share)
  if (amount !== 'loanCount' || loans === null || row.loanCount === null) return upToAll
  return {
    low: share.bound.low > 0 ? least([number(1), loans.low]) : zero,
    high: share.bound.high < 1 ? most([zero, minus(loans.high, number(1))]) : loans.high,
  }
}

/** An amount of a row, widened by what printing may have rounded off; null where it is not printed. */
function amountOf(table: Stratification, row: Row, amount: Amount): Ends | null {
  const values = table.buckets[row.bucket]?.values
  const value = values?.[amount]
  if (value == null) return amount === 'balanceCents' && row.balanceCents ? ofAverage(table, row) : null
  return around(cell(table, row.bucket, amount), value, halfUnitOf(table, amount))
}

/** No count or amount is below nothing. */
function around(figure: Formula, value: number, half: number): Ends {
  if (half === 0) return { low: figure, high: figure }
  const isAtNothing = value - half < 0 && value + half >= 0
  return { low: isAtNothing ? zero : minus(figure, number(half)), high: plus(figure, number(half)) }
}

/** The balance of a row that prints its loans and their average alone. */
function ofAverage(table: Stratification, { bucket }: Row): Ends | null {
  const column = findColumn(table, 'averageBalanceCents')
  if (!column) return null
  const half = number(Math.max(halfUnit(column), 0.5))
  const [count, average] = [cell(table, bucket, 'loanCount'), cell(table, bucket, 'averageBalanceCents')]
  return wholes({ low: times(count, minus(average, half)), high: times(count, plus(average, half)) })
}

function averageFormula(table: Stratification, row: Row): Ends | null {
  const average = averageOf(table)
  const value = average && table.buckets[row.bucket]?.values[average.measure]
  if (average === null || value == null) return null
  const figure = cell(table, row.bucket, average.measure)
  const column = findColumn(table, average.measure)
  const half = column ? halfUnitsOfAverage(table, column).rows : average.half
  return { low: minus(figure, number(half)), high: plus(figure, number(half)) }
}

/** The printed total, else what the rows come to. */
function totalOf({ table, distribution }: Source, amount: 'balanceCents' | 'loanCount'): Ends | null {
  const value = table.total?.values[amount]
  if (value != null) {
    const [figure, half] = [cell(table, 'total', amount), halfUnitOf(table, amount)]
    return half === 0
      ? { low: figure, high: figure }
      : { low: minus(figure, number(half)), high: plus(figure, number(half)) }
  }
  return allRows(table, distribution, amount)
}

function allRows(table: Stratification, { rows }: Distribution, amount: Amount): Ends | null {
  const all = rows.map(row => amountOf(table, row, amount))
  return all.every(ends => ends !== null) ? sumOf(all) : null
}

function percentOf(part: Ends, whole: Ends): Ends {
  const share = (of: Formula, by: Formula) => least([number(100), over(times(number(100), of), by)])
  return { low: share(part.low, whole.high), high: share(part.high, whole.low) }
}

function shareOfPrinted(
  { table, distribution }: Source,
  inside: Ends | null,
  amount: 'balancePct' | 'countPct',
): Ends | null {
  const whole = allRows(table, distribution, amount)
  if (inside === null || whole === null) return null
  const sum = (end: 'low' | 'high') =>
    distribution.rows.reduce((all, row) => all + (row[amount]?.[end] ?? Number.NaN), 0)
  const isOfAll = Number(sum('low').toFixed(9)) <= 100 && Number(sum('high').toFixed(9)) >= 100
  if (!isOfAll) return percentOf(inside, whole)
  return { low: most([zero, inside.low]), high: least([number(100), inside.high]) }
}

const wholes = ({ low, high }: Ends): Ends => ({ low: { roundedUp: low }, high: { roundedDown: high } })

const scaled = (amount: Ends, share: Ends): Ends => ({
  low: times(amount.low, share.low),
  high: times(amount.high, share.high),
})

function ratio(part: Ends, whole: Ends, bound: Bound): Ends {
  return {
    low: bound.high === 0 ? zero : most([zero, over(part.low, whole.high)]),
    high: bound.low === 0 ? number(1) : least([number(1), over(part.high, whole.low)]),
  }
}
