import { type Dimension, findDimension } from '../dimensions/index.ts'
import { cellKey } from '../evidence/failing-cells.ts'
import { rowName } from '../format/index.ts'
import { nameStatistic } from '../names/names.ts'
import type { FilingReport, Range, Stratification, Unit } from '../report.ts'
import { type ChartLine, leadLine, linesOf } from './chart-line.ts'
import type { Scale } from './drawing.ts'

/** What a figure can be drawn by. Shares are always of the pool or group that the table splits. */
export type ChartMeasure = 'balance' | 'count' | 'percent'

/** One row of a table, cut down to what its figure needs. Money in cents, percents as printed. */
export type ChartRow = {
  label: string
  range: Range | null
  code: string | null
  balanceCents: number | null
  loanCount: number | null
  balancePct: number | null
  countPct: number | null
  /** What of the row a failing check is about. */
  fails: readonly FailingFigure[]
}

/** A figure of a row that a check fails on: its balance or the percent of it, its loans or the percent of them. */
export type FailingFigure = 'balance' | 'loans'

/** The least and the greatest figure that a dimension can have; where one is missing, there is none. */
export type AxisEnds = NonNullable<Dimension['ends']>

/** A weighted average of the axis's own quantity, in the axis's unit. */
export type ChartAverage = {
  name: string
  stated: number | null
  decimals: number
  recomputed: number | null
  bounds: [number, number] | null
}

/** What figures of one kind share that stand side by side, so that the same place and height mean the same on all. */
export type SharedScale = {
  /** The axis that the rows stand on, which has room for those of all; null where the kind has none. */
  x: Scale | null
  /** Amounts of histograms are per so much of their axis. */
  perWidth: number | null
  /** What the axis of amounts goes up to, by measure. */
  tops: Partial<Record<ChartMeasure, number>>
  /** The limits between the shades of maps, by measure. */
  limits: Partial<Record<ChartMeasure, [number, number, number, number]>>
}

/** Everything a figure is drawn from: small enough to be handed to the browser as one string. */
export type ChartSource = {
  id: string
  title: string
  /** Unit of the ranges, null when the dimension is unknown. */
  unit: Unit | null
  /** Values that ticks of the axis fall on, in the unit. */
  landmarks: readonly number[]
  /** What no figure lies beyond, in the unit. */
  ends: AxisEnds
  percentDecimals: number
  rows: ChartRow[]
  totalCents: number | null
  totalLoans: number | null
  averages: ChartAverage[]
  /** Columns that a second line can show, and the measure of the one that stands by itself. */
  lines: ChartLine[]
  leadLine: string | null
  /** Left out where the figure stands by itself. */
  scale?: SharedScale
}

type Statistics = FilingReport['statistics']
/** The cells of a table on which checks fail, by `cellKey`. */
type FailingKeys = Pick<ReadonlySet<string>, 'has'>

/**
 * A stratification as its figure needs it, with the averages that the filing states for it. `fails` are the cells that
 * failing checks are about, see `failingCells`.
 */
export function chartSource(
  strat: Stratification,
  statistics: Statistics = [],
  fails: FailingKeys = new Set(),
): ChartSource {
  const percent = strat.columns.find(column => column.measure === 'balancePct')
  const dimension = findDimension(strat.dimension)
  const unit = dimension?.unit ?? null
  const lines = linesOf(strat)
  return {
    id: strat.id,
    title: strat.title,
    unit,
    landmarks: dimension?.landmarks ?? [],
    ends: dimension?.ends ?? {},
    percentDecimals: percent?.decimals ?? 2,
    rows: strat.buckets.map((bucket, row) => rowOf(bucket, failingFigures(fails, row))),
    totalCents: strat.total?.values.balanceCents ?? null,
    totalLoans: strat.total?.values.loanCount ?? null,
    averages: averagesOf(statistics, strat, unit),
    lines,
    leadLine: leadLine(strat.dimension, lines),
  }
}

const figures: readonly [FailingFigure, readonly string[]][] = [
  ['balance', ['balanceCents', 'balancePct']],
  ['loans', ['loanCount', 'countPct']],
]

/** What of a row failing checks are about. */
export function failingFigures(fails: FailingKeys, row: number): FailingFigure[] {
  return figures.flatMap(([figure, measures]) =>
    measures.some(measure => fails.has(cellKey({ row, measure }))) ? [figure] : [],
  )
}

function rowOf(bucket: Stratification['buckets'][number], fails: readonly FailingFigure[]): ChartRow {
  const { balanceCents, loanCount, balancePct, countPct } = bucket.values
  return {
    label: rowName(bucket),
    range: bucket.range,
    code: bucket.code,
    balanceCents: balanceCents ?? null,
    loanCount: loanCount ?? null,
    balancePct: balancePct ?? null,
    countPct: countPct ?? null,
    fails,
  }
}

function averagesOf(statistics: Statistics, strat: Stratification, unit: Unit | null): ChartAverage[] {
  return statistics
    .filter(statistic => statistic.stratification === strat.id && statistic.unit === unit)
    .map(({ id, stated, decimals, recomputed, bounds }) => ({
      name: nameStatistic(id),
      stated,
      decimals,
      recomputed,
      bounds,
    }))
}
