import { formatMeasureValue, withUnit } from '../format/measure-value.ts'
import { checksOfStatistic } from '../names/find-statistic.ts'
import { nameStatistic } from '../names/names.ts'
import type { Check, FilingReport, Place, Statistic } from '../report.ts'
import { formatCheck } from '../words/check-figures.ts'

/** A stated figure beside what the rows give. Positions run from 0 to 100 over the drawing's width. */
export type StatedFigure = {
  name: string
  stated: string
  recomputed: string
  at: Place | null
  outcome: Check['outcome'] | null
  /** Why the rows do not give it. */
  reason: string | null
  interval: Interval | null
}
export type Interval = { low: number; high: number; point: number; centre: number | null }

/** Every figure that the filing states in words, in its order, with the check that holds it against the rows. */
export function listStatedFigures(report: FilingReport): StatedFigure[] {
  return report.statistics
    .filter(({ stated }) => stated !== null)
    .map(statistic => compareStated(report, statistic, checksOfStatistic(report, statistic)[0] ?? null))
}

function compareStated(report: FilingReport, statistic: Statistic, check: Check | null): StatedFigure {
  const { unit, decimals, loanGroup, stated, at, reason } = statistic
  const name = nameStatistic(statistic.id)
  return {
    name: loanGroup ? `${name}, ${loanGroup}` : name,
    stated: withUnit(formatMeasureValue(stated, unit, decimals), unit),
    recomputed: check ? sayRecomputed(report, check) : '–',
    at,
    outcome: check?.outcome ?? null,
    reason: check ? null : (reason ?? 'The tables do not give it.'),
    interval: check && placeInterval(check),
  }
}

function sayRecomputed(report: FilingReport, check: Check): string {
  const { found, allowed, unit } = formatCheck(report, check)
  return check.bounds ? allowed : withUnit(found, unit)
}

/**
 * Where a figure falls in what is allowed. Against bounds, the point is the stated figure between them; against an
 * exact figure, it is the recomputed one within the rounding of the stated.
 *
 * > |------•----------|        inside
 * > |-----------------|    ×   outside: the drawing is widened to hold it
 */
export function placeInterval({ expected, found, tolerance, bounds }: Check): Interval {
  const point = bounds ? expected : found
  const [low, high] = bounds ?? [expected - tolerance, expected + tolerance]
  const from = Math.min(low, point)
  const width = Math.max(high, point) - from
  const position = (value: number) => (width === 0 ? 50 : ((value - from) / width) * 100)
  return {
    low: position(low),
    high: position(high),
    point: position(point),
    centre: bounds ? null : position(expected),
  }
}
