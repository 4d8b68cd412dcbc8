import type { Unit } from '../report.ts'
import type { ChartLine } from './chart-line.ts'
import type { AxisEnds, ChartAverage, ChartRow, ChartSource, FailingFigure } from './chart-source.ts'

type PackedRow = [
  label: string,
  range: [number | null, number | null] | 0,
  code: string | 0,
  cents: number | null,
  loans: number | null,
  pct: number | null,
  countPct?: number | null,
  fails?: readonly FailingFigure[],
]
type Packed = [
  id: string,
  title: string,
  unit: Unit | null,
  decimals: number,
  cents: number | null,
  loans: number | null,
  averages: [string, number | null, number, number | null, [number, number] | null][],
  rows: PackedRow[],
  lead: string | null,
  lines: PackedLine[],
  landmarks: readonly number[],
  ends: AxisEnds,
]
type PackedLine = [
  measure: string,
  name: string,
  unit: Unit | null,
  decimals: number,
  values: (number | null)[],
]

/** A chart's source as one short string, for the browser to draw from. Which ends are included is not kept. */
export function packChart(source: ChartSource): string {
  const averages = source.averages.map(
    ({ name, stated, decimals, recomputed, bounds }): Packed[6][number] => [
      name,
      stated,
      decimals,
      recomputed,
      bounds,
    ],
  )
  const { id, title, unit, percentDecimals, totalCents, totalLoans, rows } = source
  const packed: Packed = [
    id,
    title,
    unit,
    percentDecimals,
    totalCents,
    totalLoans,
    averages,
    rows.map(packRow),
    source.leadLine,
    source.lines.map(({ measure, name, unit, decimals, values }) => [measure, name, unit, decimals, values]),
    source.landmarks,
    source.ends,
  ]
  return JSON.stringify(packed)
}

/** The source that `packChart` packed. Only ever given what the same page packed. */
export function unpackChart(text: string): ChartSource {
  const [
    id,
    title,
    unit,
    percentDecimals,
    totalCents,
    totalLoans,
    averages,
    rows,
    leadLine,
    lines,
    landmarks,
    ends,
  ] = JSON.parse(text) as Packed
  return {
    id,
    title,
    unit,
    landmarks,
    ends,
    percentDecimals,
    totalCents,
    totalLoans,
    rows: rows.map(unpackRow),
    leadLine,
    lines: lines.map(
      ([measure, name, unit, decimals, values]): ChartLine => ({ measure, name, unit, decimals, values }),
    ),
    averages: averages.map(
      ([name, stated, decimals, recomputed, bounds]): ChartAverage => ({
        name,
        stated,
        decimals,
        recomputed,
        bounds,
      }),
    ),
  }
}

function packRow(chartRow: ChartRow): PackedRow {
  const { label, range, code, balanceCents, loanCount, balancePct, countPct, fails } = chartRow
  const ends: PackedRow[1] = range ? [range.low, range.high] : 0
  const row = [label, ends, code ?? 0, balanceCents, loanCount, balancePct] satisfies PackedRow
  if (fails.length > 0) return [...row, countPct, fails]
  return countPct === null ? row : [...row, countPct]
}

function unpackRow(row: PackedRow): ChartRow {
  const [label, range, code, balanceCents, loanCount, balancePct, countPct = null, fails = []] = row
  const ends = range === 0 ? null : { low: range[0], high: range[1], lowIncluded: true, highIncluded: true }
  return {
    label,
    range: ends,
    code: code || null,
    balanceCents,
    loanCount,
    balancePct,
    countPct,
    fails,
  }
}
