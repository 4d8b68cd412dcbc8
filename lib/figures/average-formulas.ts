import { cell, type Formula, meansOfRows, weights } from '../checks/formula.ts'
import {
  findPoolAverages,
  type TableAverage,
  type TotalAverage,
  witnessesOf,
} from '../checks/pool-averages.ts'
import { halfUnitOf } from '../checks/printed-precision.ts'
import { findWeight } from '../checks/weighing.ts'
import type { Ends } from '../distributions/index.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { weightMeasure } from '../statistics/index.ts'
import type { StatisticKind } from '../statistics/statistic-kind.ts'
import { type FigureOf, findWay, single } from './find-way.ts'

type Averaged = {
  kind: StatisticKind
  /** Of which loans; null for all of the pool. */
  loanGroup: string | null
  /** The tables of these loans. */
  tables: readonly Stratification[]
}

/** The ways in which an average may be bounded: by the ranges of the rows that split the pool by it, or by the averages in other rows. */
export function averageFormulas(report: FilingReport, averaged: Averaged, figureOf: FigureOf): Ends[] {
  return [...rangeFormulas(averaged), ...rowAverageFormulas(report, averaged, figureOf)]
}

/** Every loan at the low end of its range, then at the high end; an open end is the least or most that the dimension allows. */
function rangeFormulas({ kind: { average }, tables }: Averaged): Ends[] {
  if (!average) return []
  return tables.flatMap(table => {
    const weight = weightMeasure(table)
    if (table.dimension !== average.dimension || weight === null) return []
    const rows = [...table.buckets.entries()].filter(([, { values }]) => values[weight])
    const ends = (end: 'low' | 'high', open: number | null): Formula => ({
      mean: rows.map(([row, { range, at }]) => ({
        of: { number: range?.[end] ?? open ?? Number.NaN, at },
        weight: cell(table, row, weight),
      })),
    })
    return rows.length === 0 ? [] : [{ low: ends('low', average.floor), high: ends('high', average.ceiling) }]
  })
}

/** What the rows' averages allow: those of one table, and what is left by all that print them. */
function rowAverageFormulas(report: FilingReport, { kind, loanGroup }: Averaged, figureOf: FigureOf): Ends[] {
  const averages = findPoolAverages(report).filter(
    ({ measure, pool }) => measure === kind.measure && pool[0]?.loanGroup === loanGroup,
  )
  return averages.flatMap(average => {
    const witnesses = witnessesOf(average).map(witness => witnessFormula(witness, figureOf))
    const known = witnesses.filter(ends => ends !== null)
    const isAll = known.length > 0 && known.length === witnesses.length
    const all: Ends[] = isAll
      ? [{ low: { most: known.map(({ low }) => low) }, high: { least: known.map(({ high }) => high) } }]
      : []
    const nearest = all.flatMap(ends => average.tables.flatMap(own => nearestMeans(own, ends)))
    return [...known, ...all, ...nearest, ...average.tables.flatMap(betweenRows)]
  })
}

/** The means of a table's rows, as near to them as what all tables allow. */
function nearestMeans({ table, measure }: TableAverage, { low, high }: Ends): Ends[] {
  return weights
    .flatMap(weight => meansOfRows(table, measure, weight))
    .map(mean => single({ most: [low, { least: [mean, high] }] }))
}

/** Where nothing weighs the rows, or loans may lack the figure: between the lowest and the highest of them. */
function betweenRows({ table, measure, half: { rows: half } }: TableAverage): Ends[] {
  const cells = averagedRows(table, measure).map(row => cell(table, row, measure))
  const rounding: Formula = { number: half }
  return cells.length === 0
    ? []
    : [
        {
          low: { difference: [{ least: cells }, rounding] },
          high: { sum: [{ most: cells }, rounding] },
        },
      ]
}

/** The rows that print an average, by their order. */
function averagedRows({ buckets }: Stratification, measure: string): number[] {
  return [...buckets.keys()].filter(row => buckets[row]?.values[measure] != null)
}

/** How what a total prints, or the rows of a table come to, lies within what printing rounded off; null where no way comes to it. */
function witnessFormula(witness: TableAverage | TotalAverage, figureOf: FigureOf): Ends | null {
  const rounding: Formula = { number: witness.rounding }
  const within = ({ low, high }: Ends): Ends => ({
    low: { difference: [low, rounding] },
    high: { sum: [high, rounding] },
  })
  const ways = 'bounds' in witness ? rowsFormulas(witness) : [totalOf(witness)]
  return findWay(ways.map(within), witness, figureOf)
}

function totalOf({ table, measure }: TotalAverage): Ends {
  const total = cell(table, 'total', measure)
  return { low: total, high: total }
}

/** The mean of the rows, by exact weights or as far as rounded ones move it; between the rows where nothing weighs them. */
function rowsFormulas({ table, measure }: TableAverage): Ends[] {
  const rows = averagedRows(table, measure)
  const cells = rows.map(row => cell(table, row, measure))
  const weighed = [...new Set([findWeight(table, 'balance'), findWeight(table, 'count')])].flatMap(weight =>
    weight === null ? [] : [meanWithin(table, { rows, measure, weight })],
  )
  return [...weighed, ...(cells.length > 0 ? [{ low: { least: cells }, high: { most: cells } }] : [])]
}

type Weighed = { rows: readonly number[]; measure: string; weight: string }

/**
 * The least and the greatest mean that weights allow which are rounded: those of the lowest rows as large as they may be and
 * those of all above them as small, and the other way round.
 */
function meanWithin(table: Stratification, { rows, measure, weight }: Weighed): Ends {
  const half = halfUnitOf(table, weight)
  const numberOf = (row: number, of: string) => table.buckets[row]?.values[of] ?? 0
  const rising = rows
    .filter(row => half > 0 || numberOf(row, weight) > 0)
    .toSorted((one, other) => numberOf(one, measure) - numberOf(other, measure))
  const end = (order: readonly number[], isLess: (one: number, other: number) => boolean): Formula => {
    const large = findSplit(
      order.map(row => ({ value: numberOf(row, measure), weight: numberOf(row, weight) })),
      {
        half,
        isLess,
      },
    )
    return {
      mean: order.map((row, place) => ({
        of: cell(table, row, measure),
        weight: movedWeight(cell(table, row, weight), {
          half,
          isLarge: place < large,
          value: numberOf(row, weight),
        }),
      })),
    }
  }
  return {
    low: end(rising, (one, other) => one < other),
    high: end(rising.toReversed(), (one, other) => one > other),
  }
}

function movedWeight(
  weight: Formula,
  { half, isLarge, value }: { half: number; isLarge: boolean; value: number },
): Formula {
  if (half === 0) return weight
  if (isLarge) return { sum: [weight, { number: half }] }
  return value < half ? { number: 0 } : { difference: [weight, { number: half }] }
}

type Weight = { value: number; weight: number }

/** How many rows have their weights as large as may be where the mean is the least, or the greatest. */
function findSplit(
  rows: readonly Weight[],
  { half, isLess }: { half: number; isLess: (one: number, other: number) => boolean },
): number {
  const least = rows.map(({ weight }) => Math.max(0, weight - half))
  let weight = least.reduce((sum, one) => sum + one, 0)
  let product = rows.reduce((sum, { value }, place) => sum + value * (least[place] ?? 0), 0)
  let best = weight > 0 ? product / weight : Number.NaN
  let split = 0
  rows.forEach((row, place) => {
    const more = row.weight + half - (least[place] ?? 0)
    weight += more
    product += row.value * more
    const mean = product / weight
    if (weight <= 0 || !(Number.isNaN(best) || isLess(mean, best))) return
    best = mean
    split = place + 1
  })
  return split
}
