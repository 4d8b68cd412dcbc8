import { findMeasure } from '../measures/index.ts'
import { oncePer } from '../once-per.ts'
import type { Stratification } from '../report.ts'
import type { CheckInput } from './check-input.ts'
import { findAgreement, type Interval } from './interval.ts'
import { findLackingShare } from './lacking-share.ts'
import { halfUnitsOfAverage } from './printed-precision.ts'
import { type AverageColumn, addRows, averageRows, type RowsAverage } from './rows-average.ts'
import { groupByPool, holdsAllLoans } from './same-pool.ts'
import { findSpokenWeighing, findWeight, saysWeighted, type Weighing, weighings } from './weighing.ts'

/** What the rows of one table come to. */
export type TableAverage = AverageColumn & RowsAverage

/** What a total row prints, within its rounding. */
export type TotalAverage = AverageColumn & Interval & { mean: number; rounding: number }

/** `any` knows no weights: the average lies between the rows, whatever they are weighed by. `sum`: shares of the pool. */
type Reading = Weighing | 'any' | 'sum'

/** One average of one pool: what the rows of each table come to, read so, and what the total rows print. */
export type PoolAverage = {
  measure: string
  reading: Reading
  /** Do the words or the figures of the loan group show that averages are weighed so, and no other way? */
  isWeightShown: boolean
  /** All tables of these loans, those without the average, too. */
  pool: readonly Stratification[]
  tables: TableAverage[]
  totals: TotalAverage[]
}

/** Words that make an average another one: "Original" and "Stated" terms, "Net" and "Gross" rates. */
const kinds =
  /\b(?:origina(?:l|tion)|current|net|gross|amorti[sz]\w*|stated|scheduled|remaining|min(?:imum)?|max(?:imum)?|initial|first|second|next|junior|senior|adjusted|non-?zero|updated|life(?:time)?|periodic|effective|combined|indexed)\b/gi

/** The words of a header that tell its average from others of the measure. */
export function kindOf(header: string): string {
  const words = header.toLowerCase().match(kinds) ?? []
  return [...new Set(words)].sort().join(' ')
}

function averageColumns(tables: readonly Stratification[]): AverageColumn[] {
  return tables.flatMap(table =>
    table.columns.flatMap(column => {
      const measure = findMeasure(column.measure)
      return measure && !measure.additive && measure.unit !== 'cents'
        ? [{ table, column, measure: measure.id, half: halfUnitsOfAverage(table, column) }]
        : []
    }),
  )
}

/** The columns of each average that tables of one pool print, kinds of it apart. */
function groupColumns(pool: readonly Stratification[]): AverageColumn[][] {
  const columns = averageColumns(pool)
  return [...Map.groupBy(columns, ({ measure, column }) => `${measure} ${kindOf(column.header)}`).values()]
}

function printedTotal(own: AverageColumn): TotalAverage[] {
  const value = own.table.total?.values[own.measure]
  const rounding = own.half.total
  return value == null
    ? []
    : [{ ...own, mean: value, rounding, low: value - rounding, high: value + rounding }]
}

type Pool = {
  tables: readonly Stratification[]
  group: readonly Stratification[]
  columns: AverageColumn[][]
}

function averageTable(own: AverageColumn, pool: Pool, reading: Reading) {
  if (reading === 'sum') return addRows(own)
  if (reading === 'any') return averageRows(own, { weight: null, lacking: 1 })
  const weight = findWeight(own.table, reading)
  if (weight === null && reading !== 'balance') return null
  const lacking = weight === null ? 1 : findLackingShare(own.measure, weight, pool.tables, pool.group)
  return averageRows(own, { weight, lacking })
}

function averageUnder(columns: readonly AverageColumn[], pool: Pool, reading: Reading): PoolAverage {
  const tables = columns.flatMap(one => {
    const rows = averageTable(one, pool, reading)
    return rows === null ? [] : [{ ...one, ...rows }]
  })
  const isWeightShown = reading === 'balance' && columns.every(({ column }) => saysWeighted(column.header))
  return {
    measure: columns[0]?.measure ?? '',
    reading,
    isWeightShown,
    pool: pool.tables,
    tables,
    totals: columns.flatMap(printedTotal),
  }
}

/** All that stands for one average of a pool; rows that may not hold all loans are left out. */
export function witnessesOf({ tables, totals }: PoolAverage): (TableAverage | TotalAverage)[] {
  return [...tables.filter(({ table }) => holdsAllLoans(table)), ...totals]
}

/** How many tables' rows agree with what else stands for their average, and how many do not. */
type Score = { agreeing: number; outside: number }

/** Totals that agree with each other show nothing of how rows are weighed. */
const scoreOf = oncePer((average: PoolAverage): Score => {
  const witnesses = witnessesOf(average)
  if (witnesses.length < 2) return { agreeing: 0, outside: 0 }
  const all = new Set(witnesses)
  const outside = new Set(findAgreement(witnesses).outside)
  const compared = average.tables.filter(table => all.has(table))
  const apart = compared.filter(table => outside.has(table))
  return { agreeing: compared.length - apart.length, outside: apart.length }
})

function addScores(scores: readonly Score[]): Score {
  return scores.reduce(
    (all, one) => ({ agreeing: all.agreeing + one.agreeing, outside: all.outside + one.outside }),
    { agreeing: 0, outside: 0 },
  )
}

/** Tables that print each row's share of the pool, where that agrees better than shares of the rows. */
function readShares(average: PoolAverage, columns: readonly AverageColumn[], pool: Pool): PoolAverage {
  if (!findMeasure(average.measure)?.shareOfRow) return average
  const added = averageUnder(columns, pool, 'sum')
  return scoreOf(added).agreeing > scoreOf(average).agreeing ? added : average
}

function readPools(pools: readonly Pool[], reading: Reading): PoolAverage[] {
  return pools.flatMap(pool =>
    pool.columns.map(columns => readShares(averageUnder(columns, pool, reading), columns, pool)),
  )
}

/** Can nothing but the balance weigh an average? Its header says "weighted", or the count was tried, too. */
const isWeighed = ({ table, column }: AverageColumn) =>
  saysWeighted(column.header) || findWeight(table, 'count') !== null

/**
 * Do the figures show that averages are weighed so? As many agree as do not; or all there is to compare is two tables, or
 * one with its total, which shows nothing, and it can be weighed no other way.
 */
function isShown({ agreeing, outside }: Score, averages: readonly PoolAverage[]): boolean {
  if (agreeing >= outside) return true
  const compared = averages.filter(average => witnessesOf(average).length > 1)
  const tables = compared.flatMap(average => average.tables)
  return compared.length === 1 && tables.length <= 2 && tables.every(isWeighed)
}

/** The averages of a loan group's pools, weighed by what most of them agree under: the balance, unless another fits better. */
function averageGroup(group: readonly Stratification[]): PoolAverage[] {
  if (averageColumns(group).length === 0) return []
  const pools = groupByPool(group).map(tables => ({ tables, group, columns: groupColumns(tables) }))
  const spoken = findSpokenWeighing(group)
  const tried = (spoken ? [spoken] : weighings).map(weighing => {
    const averages = readPools(pools, weighing)
    return { averages, score: addScores(averages.map(scoreOf)) }
  })
  const best = tried.reduce((a, b) => (b.score.agreeing > a.score.agreeing ? b : a))
  if (!isShown(best.score, best.averages)) return readPools(pools, 'any')
  const rivals = tried.filter(({ score }) => score.agreeing === best.score.agreeing)
  const isOnlyOne = spoken !== null || (best.score.agreeing > 0 && rivals.length === 1)
  return isOnlyOne ? best.averages.map(average => ({ ...average, isWeightShown: true })) : best.averages
}

/**
 * Every average that the tables of a filing print, pool by pool: what the rows of each table come to, and what the totals print.
 *
 * Tables belong together when they are of one loan group and their totals show that they split the same loans. Averages of
 * other kinds ("Net" and "Gross" rates) are apart, and so are those whose weights are not known: see `Reading`.
 */
export const findPoolAverages = oncePer((input: CheckInput): PoolAverage[] => {
  const groups = Map.groupBy(input.stratifications, ({ loanGroup }) => loanGroup)
  return [...groups.values()].flatMap(averageGroup)
})
