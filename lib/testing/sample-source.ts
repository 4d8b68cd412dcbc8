import type { ChartRow, ChartSource, FailingFigure } from '../charts/chart-source.ts'

/** A row for tests: label, ends of its range, dollars, loans. One end alone is an exact value. */
export type SampleRow = {
  label?: string
  low?: number | null
  high?: number | null
  code?: string
  dollars?: number | null
  loans?: number | null
  pct?: number | null
  fails?: FailingFigure[]
}

/** A chart's source out of a few rows, its totals the sums of the rows unless given. */
export function sampleSource(rows: SampleRow[], more: Partial<ChartSource> = {}): ChartSource {
  const made = rows.map(sampleRow)
  return {
    id: 'sample',
    title: 'Sample',
    unit: 'percent',
    landmarks: [],
    ends: {},
    percentDecimals: 2,
    rows: made,
    totalCents: sum(made.map(row => row.balanceCents)),
    totalLoans: sum(made.map(row => row.loanCount)),
    averages: [],
    lines: [],
    leadLine: null,
    ...more,
  }
}

function sampleRow(
  { label, low, high, code, dollars, loans, pct, fails = [] }: SampleRow,
  index: number,
): ChartRow {
  const isRanged = low !== undefined || high !== undefined
  return {
    label: label ?? `Row ${index + 1}`,
    range: isRanged
      ? {
          low: low === undefined ? (high ?? null) : low,
          high: high === undefined ? (low ?? null) : high,
          lowIncluded: true,
          highIncluded: true,
        }
      : null,
    code: code ?? null,
    balanceCents: dollars === undefined || dollars === null ? null : dollars * 100,
    loanCount: loans ?? null,
    balancePct: pct ?? null,
    countPct: null,
    fails,
  }
}

function sum(values: (number | null)[]): number {
  return values.reduce<number>((whole, value) => whole + (value ?? 0), 0)
}
