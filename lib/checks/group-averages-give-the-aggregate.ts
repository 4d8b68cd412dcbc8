import { largest } from '../extremes.ts'
import { findMeasure } from '../measures/index.ts'
import type { Check, Stratification } from '../report.ts'
import { boundMean, type WeighedRow } from './bounds-of-mean.ts'
import { type CheckRule, compareFigures, compareWithBounds } from './check-rule.ts'
import type { DescribedCheck } from './described-check.ts'
import { cell, type Formula, tableOf, weights } from './formula.ts'
import {
  cellOfPart,
  findGroupedTables,
  findSums,
  type GroupedTables,
  type GroupSum,
  groupedMeasures,
} from './group-sums.ts'
import { findPoolAverages, kindOf, type PoolAverage, type TableAverage } from './pool-averages.ts'
import { halfUnitOf } from './printed-precision.ts'
import { meanOf } from './rows-average.ts'

const code = 'group-averages-give-the-aggregate'

/** A table's average with the pool it is one of. */
type Known = { own: TableAverage; average: PoolAverage }

/** The averages of every table, by the table. */
function listByTable(averages: readonly PoolAverage[]): Map<Stratification, Known[]> {
  const all = averages.flatMap(average => average.tables.map(own => ({ own, average })))
  return Map.groupBy(all, ({ own }) => own.table)
}

/** Do loans and balance of the groups' rows come to those of the whole pool's? Then they are the same loans. */
function holdsTheSameLoans({ aggregate, groups }: GroupedTables, { whole, parts }: GroupSum): boolean {
  const outcomes = groupedMeasures.flatMap(measure => {
    const expected = whole.values[measure]
    const printed = parts.flatMap(({ row }) => row.values[measure] ?? [])
    if (expected == null || printed.length < parts.length) return []
    const allowed = [aggregate, ...groups].reduce((sum, table) => sum + halfUnitOf(table, measure), 0)
    return [Math.abs(printed.reduce((sum, value) => sum + value, 0) - expected) <= allowed]
  })
  return outcomes.length > 0 && outcomes.every(Boolean)
}

/** What weighs the groups' rows: a measure that all of them print in the same unit; null where nothing is known to. */
function findCommonWeight({ reading }: PoolAverage, { parts }: GroupSum): string | null {
  const measures = { balance: 'balanceCents', count: 'loanCount', 'original-balance': 'originalBalanceCents' }
  if (reading === 'any' || reading === 'sum') return null
  const measure = measures[reading]
  return parts.every(({ row }) => row.values[measure] != null) ? measure : null
}

/** The groups' rows that hold loans with the figure; null where one of them may hold loans and prints no average. */
function weighParts({ parts }: GroupSum, measure: string, weight: string | null): WeighedRow[] | null {
  const { lacking, canBeNought } = findMeasure(measure) ?? {}
  const rows: WeighedRow[] = []
  for (const { row } of parts) {
    const value = row.values[measure]
    if (row.values.loanCount === 0) continue
    const isMissing = value == null || (value === 0 && !canBeNought)
    if (!isMissing) rows.push({ value, weight: weight === null ? 1 : (row.values[weight] ?? 0) })
    else if (!lacking || row.places[measure] === undefined) return null
  }
  return rows.length > 0 ? rows : null
}

type Subject = { tables: GroupedTables; sum: GroupSum; known: Known; ofGroups: readonly Known[] }

function checkSum({ tables, sum, known, ofGroups }: Subject): Check[] {
  const { own, average } = known
  const { measure } = own
  const expected = sum.whole.values[measure]
  const at = sum.whole.places[measure]
  if (!expected || !at || !holdsTheSameLoans(tables, sum)) return []
  const all = [average, ...ofGroups.map(one => one.average)]
  const isShown = all.every(one => one.reading === average.reading && one.isWeightShown)
  const weight = isShown ? findCommonWeight(average, sum) : null
  const rows = weighParts(sum, measure, weight)
  if (!rows) return []
  const ofTotals = sum.bucket === undefined
  const halfOf = ({ half }: TableAverage) => (ofTotals ? half.total : half.rows)
  const rounding = halfOf(own) + ofGroups.reduce((most, group) => Math.max(most, halfOf(group.own)), 0)
  const subject = { code, stratification: tables.aggregate.id, measure, at }
  const about = ofTotals ? subject : { ...subject, bucket: sum.bucket }
  const isOpen = weight === null || findMeasure(measure)?.lacking !== undefined
  const half = weight === null ? 0 : largest(tables.groups.map(table => halfUnitOf(table, weight)))
  const bounds = boundMean(rows, { half, lacking: isOpen ? 1 : 0 })
  const mean = isOpen ? null : meanOf(rows)
  if (mean === null)
    return [compareWithBounds(about, { expected, bounds: [bounds.low, bounds.high], tolerance: rounding })]
  const tolerance = rounding + (expected > mean ? bounds.high - mean : mean - bounds.low)
  return [compareFigures(about, { expected, found: mean, tolerance })]
}

function checkTables(tables: GroupedTables, byTable: Map<Stratification, Known[]>): Check[] {
  return (byTable.get(tables.aggregate) ?? []).flatMap(known => {
    const isSame = ({ own }: Known) =>
      own.measure === known.own.measure && kindOf(own.column.header) === kindOf(known.own.column.header)
    const ofGroups = tables.groups.flatMap(table => byTable.get(table)?.find(isSame) ?? [])
    if (ofGroups.length < tables.groups.length || known.average.reading === 'sum') return []
    return tables.sums.flatMap(sum => checkSum({ tables, sum, known, ofGroups }))
  })
}

function formatSentence({ check, figures }: DescribedCheck): string {
  const groups = check.bounds
    ? `the loan groups allow ${figures.allowed}`
    : `the loan groups average ${figures.found}`
  return check.outcome === 'pass' ? groups : `${groups}, ${figures.difference} from what is printed`
}

/**
 * An average of the whole pool's table against the mean of its loan groups' averages, weighed as the filing weighs them: in the
 * total row, and in every row where all tables are split alike and hold the same loans. Where loans may lack the figure, or
 * weights are not known, it still lies between the groups'.
 */
export const groupAveragesGiveTheAggregate: CheckRule = {
  code,
  wording: 'The averages of the loan groups give that of the whole pool',
  heading: 'Average of the loan groups',
  name: ({ measure }) => `${measure ?? 'Average'}, total of the loan groups`,
  terms: () => ({ printed: 'Printed', found: 'From the loan groups' }),
  sentence: formatSentence,
  formulas: ({ stratification, bucket, measure }, input) => {
    const table = tableOf(input, stratification)
    if (!table || measure === null) return []
    const expected = cell(table, bucket ?? 'total', measure)
    return findSums(input.stratifications, table, bucket).flatMap(({ parts }) => {
      const printing = parts.filter(({ row }) => row.values[measure] != null)
      const averages = printing.map(part => cellOfPart(part, measure))
      const weighed = weights.map(weight => ({
        mean: printing.map(part => ({ of: cellOfPart(part, measure), weight: cellOfPart(part, weight) })),
      }))
      return [
        ...weighed.map(found => ({ expected, found })),
        { expected, bounds: [{ least: averages }, { most: averages }] as [Formula, Formula] },
      ]
    })
  },
  run: input => {
    const byTable = listByTable(findPoolAverages(input))
    return findGroupedTables(input.stratifications).flatMap(tables => checkTables(tables, byTable))
  },
}
