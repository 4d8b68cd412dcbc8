import type { CheckFigures } from '../checks/described-check.ts'
import { formatMeasureDifference, formatMeasureValue, withUnit } from '../format/measure-value.ts'
import { widen } from '../format/numbers.ts'
import { findStatistic } from '../names/find-statistic.ts'
import type { Check, FilingReport, Unit } from '../report.ts'

/** What of a report says how the figures of a check are printed. */
type PrintedTables = Pick<FilingReport, 'stratifications' | 'statistics'>

type Scale = { unit: Unit | null; decimals: number }

/** Most decimals shown beyond the printed ones. */
const mostExtraDecimals = 4

/**
 * The figures of a check. What was found is shown with the printed decimals when it ends there, else with two more, and
 * with as many as it takes to see on which side of the tolerance it lies: 355.499, not 355.50, where 355.5 would fail.
 */
export function formatCheck(report: PrintedTables, check: Check): CheckFigures {
  return dressFigures(report, check, figure => figure)
}

/** The same figures, each with its unit, for where no heading names it. */
export function formatCheckWithUnits(report: FilingReport, check: Check): CheckFigures {
  return dressFigures(report, check, withUnit)
}

type Dress = (figure: string, unit: Unit | null) => string

/** A difference of two percents is one of points: 0.5 points between 20 % and 20.5 %. */
function dressDifference(figure: string, unit: Unit | null, dress: Dress): string {
  return unit === 'percent' && dress === withUnit ? `${figure} points` : dress(figure, unit)
}

function dressFigures(report: PrintedTables, check: Check, dress: Dress): CheckFigures {
  const { unit, decimals } = scaleOf(report, check)
  const fine = decimalsToTell(check, unit, decimals)
  const value = (amount: number, places: number) => dress(formatMeasureValue(amount, unit, places), unit)
  return {
    unit,
    printed: value(check.expected, check.bounds && unit === 'cents' ? 2 : decimals),
    found: value(check.found, fine),
    difference: dressDifference(sayDifference(check, unit, fine), unit, dress),
    allowed: check.bounds
      ? sayBounds(widen(check.bounds, decimals, unit), end => value(end, decimals))
      : dressDifference(sayTolerance(check.tolerance, unit, decimals), unit, dress),
  }
}

/** Unit and printed decimals of what a check compares: its statistic's, else its column's. */
function scaleOf(report: PrintedTables, check: Check): Scale {
  const statistic = findStatistic(report, check)
  if (statistic) return { unit: statistic.unit, decimals: statistic.decimals }
  const table = report.stratifications.find(({ id }) => id === check.stratification)
  const column = table?.columns.find(({ measure }) => measure === check.measure)
  return { unit: column?.unit ?? null, decimals: column?.decimals ?? 0 }
}

function decimalsToTell(check: Check, unit: Unit | null, decimals: number): number {
  if (unit === 'cents') return Math.max(decimals, Number.isInteger(check.found / 100) ? 0 : 2)
  const endsAt = (places: number) => Math.abs(check.found - Number(check.found.toFixed(places))) < 1e-9
  if (endsAt(decimals)) return decimals
  let places = decimals + 2
  while (places < decimals + mostExtraDecimals && !tellsSide(check, places)) places += 1
  return places
}

/** Whether the figure, rounded, still lies clearly on its side of what is allowed. */
function tellsSide({ expected, found, tolerance }: Check, places: number): boolean {
  const distance = Math.abs(Number(found.toFixed(places)) - expected)
  const exact = Math.abs(found - expected)
  const isOnTheEdge = Math.abs(distance - tolerance) < 1e-9 && Math.abs(exact - tolerance) > 1e-9
  return !isOnTheEdge && distance > tolerance === exact > tolerance
}

function sayDifference(check: Check, unit: Unit | null, decimals: number): string {
  const difference = check.found - check.expected
  return formatMeasureDifference(Math.abs(difference) < 1e-9 ? 0 : difference, unit, decimals)
}

/** Beyond this, an end is no end: the range it comes from is open. */
const farthest = Number.MAX_SAFE_INTEGER

function sayBounds([low, high]: [number, number], say: (end: number) => string): string {
  if (low < -farthest) return high > farthest ? 'anything' : `up to ${say(high)}`
  return high > farthest ? `${say(low)} or more` : `${say(low)} to ${say(high)}`
}

/** A tolerance in three digits at the most, `±0.055`; none as the figures are printed, `0.00`. */
function sayTolerance(tolerance: number, unit: Unit | null, decimals: number): string {
  if (tolerance === 0) return formatMeasureValue(0, unit, decimals)
  const amount = unit === 'cents' ? tolerance / 100 : tolerance
  const digits = amount < 100 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 }
  return `±${amount.toLocaleString('en-US', digits)}`
}
