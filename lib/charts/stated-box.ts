import { isEnd } from '../evidence/tail-figures.ts'
import {
  formatCount,
  formatDecimal,
  formatMeasureValue,
  formatWithUnit,
  recomputedDecimals,
  rowsInAll,
  widen,
} from '../format/index.ts'
import { nameStatistic } from '../names/names.ts'
import type { Check, FilingReport, Place, Statistic, Stratification, Unit } from '../report.ts'

/** One line of a box: words, a figure, where the figure is printed, and whether it holds. */
type BoxLine = { words: string; figure: string; at: Place | null; outcome: Check['outcome'] | null }

/** What the filing states about a table beside what its rows give. */
export type StatedBox = { title: string; lines: BoxLine[] }

/**
 * A box for each figure that the filing states about a table and that the rows can speak to, in the report's order.
 * Stated figures that the rows cannot speak to are lines of the first box, or of one of their own. Least and greatest are
 * told under the table.
 */
export function statedBoxes(report: FilingReport, strat: Stratification): StatedBox[] {
  const own = report.statistics.filter(
    statistic => statistic.stratification === strat.id && statistic.stated !== null && !isEnd(statistic),
  )
  const spoken = own.filter(isSpokenTo)
  const silent = own.filter(statistic => !isSpokenTo(statistic))
  const boxes = spoken.map(statistic => ({
    title: titleOf(statistic),
    lines: linesOf(report, strat, statistic),
  }))
  const [first, ...rest] = boxes
  if (!first)
    return silent.length > 0 ? [{ title: 'Stated in the notes', lines: silent.map(lineOfItsOwn) }] : []
  return [{ ...first, lines: [...first.lines, ...silent.map(lineAmongOthers)] }, ...rest]
}

function isSpokenTo({ recomputed, bounds }: Statistic): boolean {
  return recomputed !== null || bounds !== null
}

function titleOf({ id, unit }: Statistic): string {
  return unit === 'percent' || unit === 'months' || unit === 'score'
    ? `${nameStatistic(id)}, balance-weighted`
    : nameStatistic(id)
}

function linesOf(report: FilingReport, strat: Stratification, statistic: Statistic): BoxLine[] {
  const { unit, stated, decimals, recomputed, bounds, at } = statistic
  const [check, ...others] = report.checks.filter(one => one.statistic === statistic.key)
  const first: BoxLine = { words: 'Stated', figure: say(stated ?? 0, unit, decimals), at, outcome: null }
  if (recomputed === null) {
    const closer = boundsOfRowAverages(report, statistic)
    return [first, ...boundLines(strat, statistic, { ranges: bounds ?? [0, 0], closer }, check, others)]
  }
  return [
    first,
    {
      words: recomputedWords(strat, statistic),
      figure: say(recomputed, unit, finerPlaces(recomputed, statistic)),
      at: null,
      outcome: null,
    },
    ...(check ? [differenceLine(statistic, recomputed, check)] : []),
  ]
}

/** How a figure was recomputed: what is added up is held against the total of a table, an average balance is a quotient. */
function recomputedWords(strat: Stratification, { id, unit }: Statistic): string {
  if (id === 'pool-balance' || id === 'loan-count') return 'Total of this table'
  return unit === 'cents' ? 'Recomputed, balance ÷ loans' : `Recomputed from ${counted(strat, 'row')}`
}

/** Decimals of a recomputed figure: money to the cent, loans in whole numbers, averages finer than they are stated. */
function finerPlaces(recomputed: number, { unit, decimals }: Statistic): number {
  if (unit === 'count') return 0
  return unit === 'cents' ? 2 : recomputedDecimals(recomputed, decimals)
}

function differenceLine({ unit, stated, decimals }: Statistic, recomputed: number, check: Check): BoxLine {
  return {
    words: `Difference, ${sayAllowed(check.tolerance, unit, decimals)} allowed`,
    figure: sayDifference(Math.abs((stated ?? recomputed) - recomputed), unit, decimals),
    at: null,
    outcome: check.outcome,
  }
}

function sayAllowed(tolerance: number, unit: Unit, decimals: number): string {
  if (tolerance === 0) return 'none'
  if (unit === 'count') return say(Math.floor(tolerance), unit, 0)
  return say(tolerance, unit, unit === 'cents' ? 2 : decimals + 1)
}

type Bounds = { ranges: [number, number]; closer: [number, number] | null }

/** What averages that rows print, of this table or another, leave of a figure that the ranges alone leave wider. */
function boundsOfRowAverages({ pool }: FilingReport, { key, bounds }: Statistic): [number, number] | null {
  const figure = pool
    .flatMap(({ figures }) => figures)
    .find(({ statistic, from }) => statistic === key && from === 'row-averages')
  const [low, high] = bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const closer = figure?.bounds ?? null
  return closer && closer[1] - closer[0] < high - low ? closer : null
}

function boundLines(
  strat: Stratification,
  { unit, decimals }: Statistic,
  { ranges, closer }: Bounds,
  check: Check | undefined,
  others: readonly Check[],
): BoxLine[] {
  const linesOfBounds = (from: string, bounds: [number, number], outcome: Check['outcome'] | null) => {
    const [low, high] = widen(bounds, decimals, unit)
    const figure = `${say(low, unit, decimals)} to ${say(high, unit, decimals)}`
    const verdict = outcome === 'pass' ? 'inside' : 'outside'
    return [
      { words: `Possible, from ${from}`, figure, at: null, outcome: null },
      ...(outcome === null ? [] : [{ words: `Verdict, from ${from}`, figure: verdict, at: null, outcome }]),
    ]
  }
  return [
    ...linesOfBounds(counted(strat, 'range'), ranges, check?.outcome ?? null),
    ...(closer ? linesOfBounds('row averages', closer, worstOf(others)) : []),
  ]
}

/** What the checks say that hold a stated figure against anything but its table; null where there are none. */
function worstOf(checks: readonly Check[]): Check['outcome'] | null {
  if (checks.some(({ outcome }) => outcome === 'fail')) return 'fail'
  return checks.length > 0 ? 'pass' : null
}

function lineOfItsOwn({ id, unit, stated, decimals, at }: Statistic): BoxLine {
  return { words: nameStatistic(id), figure: formatWithUnit(stated, unit, decimals), at, outcome: null }
}

/** Among figures of a box, none of which says its unit. */
function lineAmongOthers({ id, unit, stated, decimals, at }: Statistic): BoxLine {
  return {
    words: `${nameStatistic(id)}, stated only`,
    figure: say(stated ?? 0, unit, decimals),
    at,
    outcome: null,
  }
}

function sayDifference(difference: number, unit: Unit, decimals: number): string {
  if (unit === 'cents') return say(difference, unit, 2)
  if (unit === 'count') return say(difference, unit, 0)
  const least = 10 ** -(decimals + 2)
  return difference < least
    ? `under ${formatDecimal(least, decimals + 2)}`
    : formatDecimal(difference, decimals + 3)
}

function counted(table: Stratification, word: string): string {
  const count = rowsInAll(table)
  return `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`
}

function say(value: number, unit: Unit, decimals: number): string {
  return `${unit === 'cents' ? '$' : ''}${formatMeasureValue(value, unit, decimals)}`
}
