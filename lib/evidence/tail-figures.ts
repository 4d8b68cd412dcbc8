import { formatMeasureValue, recomputedDecimals } from '../format/index.ts'
import type { Check, FilingReport, Place, Statistic, Stratification } from '../report.ts'

/** One figure of the lines under a table's total: what it is called there, and what the rows say of it. */
export type TailFigure = {
  words: string
  figure: string
  at: Place
  outcome: Check['outcome'] | null
  /** What it was held against, or why it was not. */
  says: string
}

type Stated = Statistic & { stated: number; at: Place }

/**
 * What a table prints under its total, in the order it stands.
 *
 * > Minimum: 505   Maximum: 812   Weighted Average: 655
 */
export function listTailFigures(report: FilingReport, table: Stratification): TailFigure[] {
  return tailOf(report.statistics, table)
    .toSorted((a, b) => a.at.line - b.at.line || a.at.start - b.at.start)
    .map(statistic => tellFigure(report.checks, table, statistic))
}

function tailOf(statistics: Statistic[], { id, total, at }: Stratification): Stated[] {
  const own = statistics.filter((one): one is Stated => one.stratification === id && isStated(one))
  const ends = own.filter(isEnd).map(statistic => statistic.at.line)
  const foot = total ? [total.at.line + 1, at.lastLine ?? at.line] : [1, 0]
  const isUnderTotal = (line: number) => line >= (foot[0] ?? 1) && line <= (foot[1] ?? 0)
  return own.filter(one => isEnd(one) || ends.includes(one.at.line) || isUnderTotal(one.at.line))
}

function isStated({ stated, at }: Statistic): boolean {
  return stated !== null && at !== null
}

/** The least or the greatest of a dimension: only a tail states those. */
export function isEnd({ id }: Pick<Statistic, 'id'>): boolean {
  return /^(?:min|max)-/.test(id)
}

function tellFigure(checks: Check[], table: Stratification, statistic: Stated): TailFigure {
  const check = checks.find(one => one.statistic === statistic.id && one.stratification === table.id)
  return {
    words: nameRole(statistic),
    figure: say(statistic.stated, statistic),
    at: statistic.at,
    outcome: check?.outcome ?? null,
    says: tellGrounds(statistic, check),
  }
}

function nameRole({ id, unit }: Statistic): string {
  if (id.startsWith('min-')) return 'Minimum'
  if (id.startsWith('max-')) return 'Maximum'
  return unit === 'cents' ? 'Average' : 'Weighted average'
}

function tellGrounds({ reason, ...statistic }: Statistic, check: Check | undefined): string {
  if (!check) return reason ?? 'Not checked'
  const { recomputed, bounds, unit, decimals } = statistic
  if (recomputed !== null) {
    const finer = unit === 'cents' ? 2 : recomputedDecimals(recomputed, decimals)
    return `the rows give ${say(recomputed, { unit, decimals: finer })}`
  }
  if (bounds === null) return ''
  return `the rows allow ${bounds.map(end => say(end, statistic)).join(' to ')}`
}

function say(value: number, { unit, decimals }: Pick<Statistic, 'unit' | 'decimals'>): string {
  return `${unit === 'cents' ? '$' : ''}${formatMeasureValue(value, unit, decimals)}`
}
