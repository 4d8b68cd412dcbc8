import { largest } from '../extremes.ts'
import { formatMeasureValue, recomputedDecimals, widen } from '../format/index.ts'
import { nameStatistic } from '../names/names.ts'
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
  const tail = tailOf(report.statistics, table).toSorted(
    (a, b) => a.at.line - b.at.line || a.at.start - b.at.start,
  )
  const roles = tail.map(nameRole)
  return tail.map(statistic => {
    const role = nameRole(statistic)
    const isAlone = roles.filter(other => other === role).length === 1
    return tellFigure(report.checks, statistic, isAlone ? role : nameStatistic(statistic.id))
  })
}

function tailOf(statistics: Statistic[], { id, total, at }: Stratification): Stated[] {
  const own = statistics.filter((one): one is Stated => one.stratification === id && isStated(one))
  const ends = own.filter(isEnd).map(statistic => statistic.at.line)
  const isUnderTotal = (line: number) =>
    total !== null && line > lastLineOf(total) && line <= (at.lastLine ?? at.line)
  return own.filter(one => isEnd(one) || ends.includes(one.at.line) || isUnderTotal(one.at.line))
}

/** A row of HTML may take a line for each of its cells. */
function lastLineOf({ at, places }: NonNullable<Stratification['total']>): number {
  return Math.max(at.lastLine ?? at.line, largest(Object.values(places).map(({ line }) => line)))
}

function isStated({ stated, at }: Statistic): boolean {
  return stated !== null && at !== null
}

/** The least or the greatest of a dimension: only a tail states those. */
export function isEnd({ id }: Pick<Statistic, 'id'>): boolean {
  return /^(?:min|max)-/.test(id)
}

function tellFigure(checks: Check[], statistic: Stated, words: string): TailFigure {
  const check = checks.find(one => one.statistic === statistic.key)
  return {
    words,
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
  return `the rows allow ${widen(bounds, decimals, unit)
    .map(end => say(end, statistic))
    .join(' to ')}`
}

function say(value: number, { unit, decimals }: Pick<Statistic, 'unit' | 'decimals'>): string {
  return `${unit === 'cents' ? '$' : ''}${formatMeasureValue(value, unit, decimals)}`
}
