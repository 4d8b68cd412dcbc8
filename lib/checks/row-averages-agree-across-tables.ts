import { withUnit } from '../format/measure-value.ts'
import type { Check, Stratification } from '../report.ts'
import { type CheckRule, compareFigures, compareWithBounds } from './check-rule.ts'
import type { DescribedCheck, NamedCheck } from './described-check.ts'
import { cell, cellsOf, type Formula, meansOfRows, sumOfCells, tableOf, weights } from './formula.ts'
import { findAgreement, gapBetween, type Interval, meets } from './interval.ts'
import {
  findPoolAverages,
  type PoolAverage,
  type TableAverage,
  type TotalAverage,
  witnessesOf,
} from './pool-averages.ts'

const code = 'row-averages-agree-across-tables'

type Witness = TableAverage | TotalAverage

/** The figure of another table to compare with: the farthest one that disagrees where some do, else the first. */
function findReference(own: TableAverage, witnesses: readonly Witness[]): Witness | null {
  const others = witnesses.filter(({ table }) => table !== own.table)
  const apart = others.filter(other => !meets(own, other))
  const farther = (a: Witness, b: Witness) => (gapBetween(own, b) > gapBetween(own, a) ? b : a)
  return apart.length > 0 ? apart.reduce(farther) : (others[0] ?? null)
}

/** How far an average can lie from its mean towards another, or within its bounds where it has no mean. */
const reachTowards = ({ low, high }: Interval, mean: number, other: number) =>
  other > mean ? high - mean : mean - low

function compare(own: TableAverage, reference: Witness): Check {
  const about = {
    code,
    stratification: own.table.id,
    measure: own.measure,
    reference: reference.table.id,
    at: own.column.at,
  }
  const expected = own.mean ?? (own.low + own.high) / 2
  if (reference.mean === null) {
    const tolerance = reachTowards(own, expected, reference.low)
    return compareWithBounds(about, { expected, bounds: [reference.low, reference.high], tolerance })
  }
  const found = reference.mean
  const tolerance = reachTowards(own, expected, found) + reachTowards(reference, found, expected)
  return compareFigures(about, { expected, found, tolerance })
}

function checkAverage(average: PoolAverage): Check[] {
  const witnesses = witnessesOf(average)
  const { outside } = findAgreement(witnesses)
  return average.tables.flatMap(own => {
    if (!witnesses.includes(own)) return []
    const agreeing = witnesses.filter(other => outside.includes(own) || !outside.includes(other))
    const reference = findReference(own, agreeing)
    return reference ? [compare(own, reference)] : []
  })
}

const meansOf = (table: Stratification, measure: string): Formula[] => [
  ...weights.flatMap(weight => meansOfRows(table, measure, weight)),
  sumOfCells(table, measure),
]

const nameOf = ({ reference }: NamedCheck) => reference?.name ?? 'another table'

function formatSentence({ check, figures, reference }: DescribedCheck): string {
  const here = `the rows of the table average ${withUnit(figures.printed, figures.unit)}`
  const other = check.bounds ? figures.allowed : withUnit(figures.found, figures.unit)
  return `${here}, ${check.outcome === 'pass' ? 'and' : 'but'} ${reference?.name ?? 'another table'} gives ${other}`
}

/**
 * The pool's average from the rows of one table against that of every other table of the same pool, and against what total rows
 * print. The rows of each table give an interval, from how averages and balances are rounded; all must have a figure in
 * common. A table that is left out of the largest agreement fails, and names the one it is farthest from; of two that
 * disagree both fail, for nothing tells which is wrong.
 *
 * > State       rate 6.512 from its rows     6.5115 to 6.5125
 * > Occupancy   rate 6.511                   6.5108 to 6.5122
 * > Purpose     rate 6.564                   6.5631 to 6.5644   fails: a digit of its rows is misprinted
 */
export const rowAveragesAgreeAcrossTables: CheckRule = {
  code,
  wording: 'The rows of every table of the pool come to the same average',
  heading: 'Same average elsewhere',
  name: named => `${named.measure ?? 'Average'}, against ${nameOf(named)}`,
  terms: named => ({ printed: 'From these rows', found: `From ${nameOf(named)}` }),
  sentence: formatSentence,
  computesWith: 'column',
  formulas: ({ stratification, reference, measure }, input) => {
    const [table, other] = [tableOf(input, stratification), tableOf(input, reference)]
    if (!table || !other || measure === null) return []
    return meansOf(table, measure).flatMap(expected => [
      ...[cell(other, 'total', measure), ...meansOf(other, measure)].map(found => ({ expected, found })),
      { expected, bounds: [{ least: cellsOf(other, measure) }, { most: cellsOf(other, measure) }] },
    ])
  },
  run: input => findPoolAverages(input).flatMap(checkAverage),
}
