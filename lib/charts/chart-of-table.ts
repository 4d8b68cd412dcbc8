import type { Range } from '../report.ts'
import type { ChartRow, ChartSource, FailingFigure } from './chart-source.ts'
import { figuresOf, type PackedTable, type RowExtras } from './packed-table.ts'

/** Measures whose failing cells are told of a row, by the figure that the chart draws of them. */
const failing: readonly [FailingFigure, readonly string[]][] = [
  ['balance', ['balanceCents', 'balancePct']],
  ['loans', ['loanCount', 'countPct']],
]

/** What a table's chart is drawn from, out of the table as it travels; null where it has none. */
export function chartOfTable(table: PackedTable): ChartSource | null {
  const { id, title, columns, total, chart } = table
  if (chart === null) return null
  const indexOf = (measure: string) => columns.findIndex(column => column.measure === measure)
  const totalOf = (measure: string) => total?.[2][indexOf(measure)] || null
  const lines = columns.filter(({ measure }) => chart.lines.includes(measure))
  return {
    id,
    title,
    unit: chart.unit,
    landmarks: chart.landmarks,
    ends: chart.ends,
    percentDecimals: columns[indexOf('balancePct')]?.decimals ?? 2,
    rows: table.rows.map(row => rowOf(row, indexOf)),
    totalCents: totalOf('balanceCents')?.[0] ?? null,
    totalLoans: totalOf('loanCount')?.[0] ?? null,
    averages: chart.averages,
    lines: lines.map(({ measure, head, unit, decimals }) => ({
      measure,
      name: head,
      unit,
      decimals,
      values: figuresOf(table, measure),
    })),
    leadLine: chart.leadLine,
    ...(chart.scale && { scale: chart.scale }),
  }
}

function rowOf(
  [, label, cells, more = {}]: PackedTable['rows'][number],
  indexOf: (measure: string) => number,
): ChartRow {
  const cellOf = (measure: string) => cells[indexOf(measure)] || null
  const figureAt = (measure: string) => cellOf(measure)?.[0] ?? null
  const { range, code = null } = more
  return {
    label,
    range: range ? unpackRange(range) : null,
    code,
    balanceCents: figureAt('balanceCents'),
    loanCount: figureAt('loanCount'),
    balancePct: figureAt('balancePct'),
    countPct: figureAt('countPct'),
    fails: failing.flatMap(([figure, measures]) =>
      measures.some(measure => cellOf(measure)?.[2] !== undefined) ? [figure] : [],
    ),
  }
}

function unpackRange([low, high, outside = 0]: NonNullable<RowExtras['range']>): Range {
  return {
    low,
    high,
    lowIncluded: low !== null && (outside & 1) === 0,
    highIncluded: high !== null && (outside & 2) === 0,
  }
}
