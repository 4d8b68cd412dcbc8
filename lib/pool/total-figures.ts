import { hasRole } from '../checks/index.ts'
import { ownTotal } from '../checks/percent-base.ts'
import { halfUnitOf, printedFigures } from '../checks/printed-precision.ts'
import { holdsAllLoans, splitSameLoans } from '../checks/same-pool.ts'
import type { Check, PoolFigure, Statistic, Stratification, Unit } from '../report.ts'
import { findReferenceTable, tablesOfGroup } from '../statistics/index.ts'
import { newFigure } from './new-figure.ts'
import { checksOf, type PoolInput, statedOf, sumCheckOf, tableChecksOf } from './pool-input.ts'

type TotalledKind = { id: string; statistic: string; measure: string; unit: Unit; decimals: number }

const balance: TotalledKind = {
  id: 'balance',
  statistic: 'pool-balance',
  measure: 'balanceCents',
  unit: 'cents',
  decimals: 2,
}
const loans: TotalledKind = {
  id: 'loans',
  statistic: 'loan-count',
  measure: 'loanCount',
  unit: 'count',
  decimals: 0,
}

/** The sum of rows that all print the measure; null where one does not, and where no number holds the sum exactly. */
function sumOfRows(table: Stratification, measure: string): number | null {
  const rows = printedFigures(table, measure)
  if (rows.length === 0 || rows.length !== table.buckets.length) return null
  const sum = rows.reduce((whole, value) => whole + value, 0)
  return Math.abs(sum) <= Number.MAX_SAFE_INTEGER ? sum : null
}

/** Are the rows of a table without a total all of the pool? Their shares come to the whole then. */
function showsAllOfPool(table: Stratification): boolean {
  return ['balancePct', 'countPct'].some(measure => {
    const shares = sumOfRows(table, measure)
    return shares !== null && Math.abs(shares - 100) <= table.buckets.length * halfUnitOf(table, measure)
  })
}

/**
 * Does a table split all loans of its loan group, and no others? Its totals are those that most tables print; where none
 * prints any, its shares come to the whole.
 */
export function splitsWholeGroup({ stratifications }: PoolInput, table: Stratification): boolean {
  const reference = ['balanceCents', 'loanCount']
    .map(measure => findReferenceTable(stratifications, table.loanGroup, measure))
    .find(found => found !== null)
  if (!holdsAllLoans(table)) return false
  return reference ? reference === table || splitSameLoans(reference, table) : showsAllOfPool(table)
}

type Shown = { tables: NonNullable<PoolFigure['tables']>; check: PoolFigure['check'] }

/**
 * In how many tables a total is the same, as the checks compared them, and how that came out; where one table alone prints
 * it, whether its rows come to it. Null where more tables of the loan group are of other loans than of these: then nothing
 * tells which loans are the group's.
 */
function showTotal(input: PoolInput, reference: Stratification, measure: string): Shown | null {
  const own = tablesOfGroup(input.stratifications, reference.loanGroup)
  const compared = own.flatMap(({ id }) =>
    tableChecksOf(input, id).filter(one => hasRole(one, 'same-total') && one.measure === measure),
  )
  const printed = own.flatMap(({ total }) => total?.values[measure] ?? [])
  const equal = printed.filter(value => value === reference.total?.values[measure]).length
  const failing = compared.filter(({ outcome }) => outcome === 'fail').length
  const same = Math.max(equal, 1 + compared.length - failing)
  const tables = { same, of: same + failing }
  if (printed.length - tables.of >= tables.of) return null
  const [first] = compared
  if (!first) return { tables, check: briefCheck(sumCheckOf(input, reference.id, measure)) }
  return { tables, check: { code: first.code, outcome: failing === 0 ? 'pass' : 'fail' } }
}

/** As much of a check as a figure keeps. */
export function briefCheck(check: Check | null | undefined): PoolFigure['check'] {
  return check ? { code: check.code, outcome: check.outcome } : null
}

/** Figures in words, as others beside the one that was chosen. */
export function othersStated(statistics: readonly Statistic[]): PoolFigure['others'] {
  return statistics.flatMap(({ stated, decimals, stratification, at }) =>
    stated === null ? [] : [{ value: stated, decimals, kind: 'stated' as const, stratification, at }],
  )
}

/** Balance or number of loans of a loan group: the total that most tables print, else as words state it, else of all rows. */
function totalFigure(input: PoolInput, loanGroup: string | null, kind: TotalledKind): PoolFigure | null {
  const { id, unit, measure } = kind
  const { stratifications } = input
  const inWords = statedOf(input, kind.statistic, loanGroup)
  const reference = findReferenceTable(stratifications, loanGroup, measure)
  const printed = reference?.total?.values[measure]
  if (reference && printed != null) {
    const own = tablesOfGroup(stratifications, loanGroup)
    const shown = showTotal(input, reference, measure)
    if (shown === null) return null
    const summed = own.find(
      table => table.total?.values[measure] === printed && sumOfRows(table, measure) === printed,
    )
    const computed = sumOfRows(summed ?? reference, measure)
    return newFigure({
      id,
      unit,
      decimals: kind.decimals,
      stated: printed,
      computed,
      from: computed === null ? null : 'rows',
      stratification: reference.id,
      ...shown,
      others: othersStated(inWords.filter(({ stated }) => stated !== printed)),
      at: reference.total?.places[measure] ?? null,
    })
  }
  const whole = tablesOfGroup(stratifications, loanGroup).find(
    table => showsAllOfPool(table) && holdsAllLoans(table) && ownTotal(table, measure) !== null,
  )
  const computed = whole ? sumOfRows(whole, measure) : null
  const [words, ...others] = inWords
  return newFigure({
    id,
    unit,
    decimals: words?.decimals ?? kind.decimals,
    stated: words?.stated ?? null,
    computed,
    from: computed === null ? null : 'rows',
    stratification: whole?.id ?? words?.stratification ?? null,
    statistic: words?.key ?? null,
    check: words ? briefCheck(checksOf(input, words)[0]) : null,
    others: othersStated(others),
    at: words?.at ?? null,
  })
}

/** The average balance: as stated, and as the balance over the number of loans, in cents. */
function averageFigure(
  input: PoolInput,
  loanGroup: string | null,
  balanceCents: number | null,
  loanCount: number | null,
): PoolFigure | null {
  const [words, ...others] = preferTied(input, statedOf(input, 'average-balance', loanGroup))
  const computed = quotient(balanceCents, loanCount)
  return newFigure({
    id: 'average',
    unit: 'cents',
    decimals: words?.decimals ?? 2,
    stated: words?.stated ?? null,
    computed,
    from: computed === null ? null : 'quotient',
    stratification: words?.stratification ?? null,
    statistic: words?.key ?? null,
    check: words ? briefCheck(checksOf(input, words)[0]) : null,
    others: othersStated(others),
    at: words?.at ?? null,
  })
}

/** Balance over loans, in whole cents. */
export function quotient(balanceCents: number | null, loanCount: number | null): number | null {
  return balanceCents === null || !loanCount ? null : Math.round(balanceCents / loanCount)
}

/** Those that no check belies first, of these the most precise. */
export function preferTied(input: PoolInput, statistics: readonly Statistic[]): Statistic[] {
  const isBelied = (one: Statistic) => Number(checksOf(input, one).some(({ outcome }) => outcome === 'fail'))
  return statistics.toSorted((a, b) => isBelied(a) - isBelied(b) || b.decimals - a.decimals)
}

/** Balance, number of loans and average of a loan group, as far as they are known. */
export function totalFigures(input: PoolInput, loanGroup: string | null): PoolFigure[] {
  const figures = [balance, loans].map(kind => totalFigure(input, loanGroup, kind))
  const [ofBalance, ofLoans] = figures
  const average = averageFigure(input, loanGroup, ofBalance?.value ?? null, ofLoans?.value ?? null)
  return [...figures, average].filter(figure => figure !== null)
}
