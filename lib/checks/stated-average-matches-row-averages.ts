import { withUnit } from '../format/measure-value.ts'
import { oncePer } from '../once-per.ts'
import type { Check, Place, Statistic, Stratification } from '../report.ts'
import { findStatisticKind, showsNetRates, speaksOfKind, tablesOfGroup } from '../statistics/index.ts'
import type { CheckInput } from './check-input.ts'
import { type CheckRule, compareWithBounds } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { findAgreement } from './interval.ts'
import { findPoolAverages, type PoolAverage, witnessesOf } from './pool-averages.ts'

const code = 'stated-average-matches-row-averages'

const beginOf = ({ line, start }: Place) => `${line}:${start}`

/** Where the figures of total rows begin. */
const totalsOf = oncePer(
  (tables: readonly Stratification[]) =>
    new Set(
      tables.flatMap(({ total }) =>
        Object.values(total?.places ?? {}).flatMap(at => (at ? [beginOf(at)] : [])),
      ),
    ),
)

/** Is the figure printed in a total row? Then it is compared with the rows above it already. */
function isInTotal(at: Place, tables: readonly Stratification[]): boolean {
  return totalsOf(tables).has(beginOf(at))
}

const isInside = (at: Place, { line, start, end, lastLine = line }: Place) =>
  (at.line > line || (at.line === line && at.start >= start)) &&
  (at.line < lastLine || (at.line === lastLine && at.end <= end))

/**
 * Is the figure stated under the total of one of these tables ("Average: 654"), in a note that speaks of all their loans, or
 * in a paragraph that counts them? Other prose may speak of others.
 */
function isStatedOfAll(statedAt: Place, { pool }: PoolAverage): boolean {
  return pool.some(
    ({ at, footnotes }) =>
      isInside(statedAt, at) ||
      footnotes.some(note => isInside(statedAt, note.at) && !speaksOfKind(note.text)),
  )
}

const splitOf = (measure: string, loanGroup: string | null) => JSON.stringify([measure, loanGroup])

/** Averages by their measure and each loan group that their tables are of. */
const averagesBySplit = oncePer((averages: readonly PoolAverage[]) => {
  const bySplit = new Map<string, PoolAverage[]>()
  for (const average of averages)
    for (const loanGroup of new Set(average.tables.map(({ table }) => table.loanGroup))) {
      const split = splitOf(average.measure, loanGroup)
      const found = bySplit.get(split) ?? []
      bySplit.set(split, found)
      found.push(average)
    }
  return bySplit
})

/** The one average of a loan group by a measure; null where its tables split several pools, or average several kinds of it. */
function findOnlyAverage(
  averages: readonly PoolAverage[],
  measure: string,
  loanGroup: string | null,
): PoolAverage | null {
  const [only, ...others] = averagesBySplit(averages).get(splitOf(measure, loanGroup)) ?? []
  return only && others.length === 0 ? only : null
}

/** Does every table of the loan group split the same loans? Then a figure of the group in words is of them, too. */
function isWholeGroup({ pool }: PoolAverage, tables: readonly Stratification[]): boolean {
  const [first] = pool
  return first !== undefined && tablesOfGroup(tables, first.loanGroup).length === pool.length
}

/** All that the pool's average can be by every table; null where they disagree, or where no weights are known. */
function findCommonBounds(average: PoolAverage): [number, number] | null {
  const witnesses = witnessesOf(average)
  const hasRows = average.tables.some(own => own.mean !== null && witnesses.includes(own))
  if (!hasRows || findAgreement(witnesses).outside.length > 0) return null
  const lows = witnesses.map(({ low }) => low)
  const highs = witnesses.map(({ high }) => high)
  return [lows.reduce((a, b) => Math.max(a, b)), highs.reduce((a, b) => Math.min(a, b))]
}

function checkStatistic(
  statistic: Statistic,
  { stratifications }: CheckInput,
  averages: PoolAverage[],
): Check[] {
  const { key, id, loanGroup, stated: expected, decimals, at, isOfAll } = statistic
  const measure = findStatisticKind(id)?.measure
  if (!measure || expected === null || !at || isInTotal(at, stratifications)) return []
  const average = findOnlyAverage(averages, measure, loanGroup)
  if (!average || !(isOfAll || isStatedOfAll(at, average)) || !isWholeGroup(average, stratifications))
    return []
  if (!average.isWeightShown || average.pool.some(showsNetRates)) return []
  const [table] = average.tables
  const bounds = findCommonBounds(average)
  if (!table || !bounds) return []
  const subject = { code, stratification: table.table.id, statistic: key, at }
  return [compareWithBounds(subject, { expected, bounds, tolerance: 0.5 * 10 ** -decimals })]
}

function formatSentence({ check, figures }: DescribedCheck): string {
  const rows = `the averages in the rows allow ${figures.allowed}`
  return check.outcome === 'pass' ? rows : `${rows}, not ${withUnit(figures.printed, figures.unit)}`
}

/**
 * An average stated in words against what the averages in the tables' rows come to: the "weighted average mortgage rate of
 * approximately 6.996%" of a note against the column of rates of every table. Only under their totals, in a note of theirs
 * that narrows it to no kind of loans, or in a paragraph that tells how many they are, and where all tables of the loan
 * group split the same loans and agree.
 */
export const statedAverageMatchesRowAverages: CheckRule = {
  code,
  role: 'words',
  wording: 'The average stated in the text is what the averages in the rows come to',
  heading: 'Stated average',
  sentence: formatSentence,
  run: input => {
    const averages = findPoolAverages(input)
    return input.statistics.flatMap(statistic => checkStatistic(statistic, input, averages))
  },
}
