import { nameStatistic } from '@/lib/evidence/names.ts'
import { formatMeasureValue, formatWithUnit, recomputedDecimals } from '@/lib/format/index.ts'
import type { FilingReport, Place, Statistic, Stratification } from '@/lib/report.ts'

/** How far a figure is proven: `null` is not checked, and the words say why. */
export type Proof = { outcome: 'pass' | 'fail' | null; words: string }
export type PoolFigure = {
  label: string
  statistic: Statistic
  value: number
  at: Place | null
  proof: Proof
}

/** Which statistic stands in each of the six places; the first that is there, those recomputed from rows before others. */
const places = [['pool-balance'], ['loan-count'], ['average-balance'], ['net-wac', 'wac'], ['waltv'], ['wam']]

/** A measure whose table totals are the figure itself. */
const totalled: Record<string, string> = { 'pool-balance': 'balanceCents', 'loan-count': 'loanCount' }

/** The pool line of a loan group (`null` is the whole pool): balance, loans, average, WAC, WALTV, WAM, where given. */
export function listPoolFigures(report: FilingReport, loanGroup: string | null): PoolFigure[] {
  const known = report.statistics.filter(statistic => statistic.loanGroup === loanGroup)
  return places
    .map(ids => pickStatistic(known, ids))
    .filter(statistic => statistic !== null)
    .flatMap(statistic => figure(report, statistic))
}

/** The whole pool when anything is known of it, else every loan group: nothing is summed that the filing does not sum. */
export function listPoolGroups(report: FilingReport): (string | null)[] {
  const groups = new Set(report.statistics.map(({ loanGroup }) => loanGroup))
  return groups.has(null) || groups.size === 0 ? [null] : [...groups]
}

function pickStatistic(known: Statistic[], ids: string[]): Statistic | null {
  const found = ids.flatMap(id => known.filter(statistic => statistic.id === id))
  return found.find(({ recomputed }) => recomputed !== null) ?? found[0] ?? null
}

function figure(report: FilingReport, statistic: Statistic): PoolFigure[] {
  const value = statistic.stated ?? statistic.recomputed
  if (value === null) return []
  const tables = tablesWithTotal(report, statistic)
  const at = statistic.at ?? tables[0]?.place ?? null
  const [only] = tables
  const proof =
    only && tables.length === 1 && statistic.stated === null
      ? proveByColumn(report, only.table, statistic)
      : only
        ? proveByTotals(value, tables)
        : proveByRows(report, statistic)
  return [{ label: nameStatistic(statistic.id), statistic, value, at, proof }]
}

type TableTotal = { table: string; value: number; place: Place | null }

function tablesWithTotal(report: FilingReport, { id, loanGroup }: Statistic): TableTotal[] {
  const measure = totalled[id]
  if (!measure) return []
  return report.stratifications
    .filter(table => table.loanGroup === loanGroup)
    .flatMap(table => readTotal(table, measure))
}

function readTotal({ id, total }: Stratification, measure: string): TableTotal[] {
  const value = total?.values[measure] ?? null
  return value === null ? [] : [{ table: id, value, place: total?.places[measure] ?? null }]
}

function proveByTotals(value: number, tables: TableTotal[]): Proof {
  const same = tables.filter(table => table.value === value).length
  const words = `same in ${same} of ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`
  return { outcome: same === tables.length ? 'pass' : 'fail', words }
}

/** A total that one table prints can only be held against the rows of its column. */
function proveByColumn(report: FilingReport, table: string, { id }: Statistic): Proof {
  const check = report.checks.find(
    ({ code, stratification, measure }) =>
      code === 'column-adds-up-to-total' && stratification === table && measure === totalled[id],
  )
  if (!check) return { outcome: null, words: 'the total of one table' }
  return {
    outcome: check.outcome,
    words: check.outcome === 'pass' ? 'the rows add up' : 'the rows add up to another',
  }
}

function proveByRows(report: FilingReport, statistic: Statistic): Proof {
  const check = findStatedCheck(report, statistic)
  const { stated, recomputed, bounds, unit, decimals } = statistic
  const outcome = check?.outcome ?? null
  if (stated === null) return { outcome, words: 'from the rows, not stated' }
  if (recomputed !== null) return { outcome, words: `recomputed ${sayExactly(recomputed, statistic)}` }
  if (!bounds) return { outcome, words: 'stated, not recomputable' }
  const [low, high] = bounds.map(end => formatMeasureValue(end, unit, Math.max(decimals, 2)))
  return { outcome, words: `${outcome === 'fail' ? 'outside' : 'within'} [${low}, ${high}]` }
}

/** The check that holds a stated figure against the rows. */
export function findStatedCheck(report: FilingReport, { id, stratification }: Statistic) {
  return report.checks.find(check => check.statistic === id && check.stratification === stratification)
}

/** A recomputed figure with the places that tell it from the stated one; money to the cent. */
export function sayExactly(value: number, { unit, decimals }: Pick<Statistic, 'unit' | 'decimals'>): string {
  return unit === 'cents'
    ? formatWithUnit(value, unit, 2)
    : formatMeasureValue(value, unit, recomputedDecimals(value, decimals))
}
