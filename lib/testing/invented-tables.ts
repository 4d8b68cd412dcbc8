import type { Bucket, Check, Issue, OtherTable, Place, Stratification } from '../report.ts'

/** For tests: tables that are long, wide or full of words, their figures invented so that they foot. */
const at = (line: number, start = 1, end = 9): Place => ({ line, start, end })

/** A table of so many rows with exact values, a line each, from a line on; its columns foot. */
export function longTable(id: string, rows: number, line = 10): Stratification {
  const buckets = Array.from({ length: rows }, (_, row): Bucket => {
    const value = Number((4 + row / 1000).toFixed(3))
    return {
      label: value.toFixed(3),
      range: { low: value, high: value, lowIncluded: true, highIncluded: true },
      code: null,
      marks: [],
      values: { loanCount: 2, balanceCents: 100_00 + row, balancePct: 100 / rows },
      places: {
        loanCount: at(line + row, 20, 21),
        balanceCents: at(line + row, 30, 36),
        balancePct: at(line + row, 40, 44),
      },
      at: at(line + row),
    }
  })
  const balanceCents = buckets.reduce((sum, { values }) => sum + (values.balanceCents ?? 0), 0)
  const end = at(line + rows, 1, 50)
  return {
    id,
    dimension: 'mortgage-rate',
    title: 'Mortgage Rates',
    marks: [],
    loanGroup: null,
    stub: { header: 'Mortgage Rate', at: at(line - 1) },
    columns: [
      {
        measure: 'loanCount',
        header: 'Number of Loans',
        unit: 'count',
        decimals: 0,
        at: at(line - 1, 20, 28),
      },
      { measure: 'balanceCents', header: 'Balance', unit: 'cents', decimals: 2, at: at(line - 1, 30, 37) },
      { measure: 'balancePct', header: 'Percent', unit: 'percent', decimals: 2, at: at(line - 1, 40, 47) },
    ],
    buckets,
    total: {
      label: 'Total',
      values: { loanCount: 2 * rows, balanceCents, balancePct: 100 },
      places: {},
      at: end,
    },
    footnotes: [],
    at: { ...at(line - 2, 1, 50), lastLine: line + rows },
  }
}

/** A check of each row of a table, and one of a column; the rows named fail. */
export function checksOf({ id, buckets, total }: Stratification, failing: number[] = []): Check[] {
  const nothing = { stratification: id, statistic: null, bounds: null, tolerance: 0.005 }
  const ofRows = buckets.map(
    ({ at }, bucket): Check => ({
      ...nothing,
      code: 'row-percent-matches-balance',
      measure: 'balancePct',
      bucket,
      outcome: failing.includes(bucket) ? 'fail' : 'pass',
      expected: 1,
      found: failing.includes(bucket) ? 2 : 1,
      at: { ...at, start: 40, end: 44 },
    }),
  )
  const sum = total?.values.balanceCents ?? 0
  return [
    {
      ...nothing,
      code: 'column-adds-up-to-total',
      measure: 'balanceCents',
      bucket: null,
      outcome: 'pass',
      expected: sum,
      found: sum,
      at: total?.at ?? at(1),
    },
    ...ofRows,
  ]
}

/** A table that is no stratification, of so many rows and columns. */
export function otherTable(rows: number, columns: number, line = 10): OtherTable {
  const head = Array.from({ length: columns }, (_, column) => (column === 0 ? 'Loan' : `Column ${column}`))
  const body = Array.from({ length: rows }, (_, row) =>
    head.map((_, column) =>
      column === 0 ? `Loan ${row + 1}` : `${row + 1},${String(column).padStart(3, '0')}`,
    ),
  )
  return {
    kind: 'loan-schedule',
    title: 'Mortgage Loan Schedule',
    rows: [head, ...body],
    reason: 'It lists loans one by one.',
    at: { ...at(line, 1, 50), lastLine: line + rows },
  }
}

/** Issues, one a line from a line on. */
export function issuesFrom(line: number, count: number): Issue[] {
  return Array.from({ length: count }, (_, order) => ({
    code: 'value-is-not-readable',
    message: `“1,2,${order}” under “Balance” is not a figure Strata can read.`,
    at: at(line + order, 30, 36),
  }))
}

/** A text of so many characters, in words. */
export function longText(length: number): string {
  return 'mortgage '.repeat(Math.ceil(length / 9)).slice(0, length)
}
