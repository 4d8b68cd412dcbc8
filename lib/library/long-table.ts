import { sumRows } from '../charts/sum-rows.ts'
import { explainFailures } from '../checks/explain-failure.ts'
import { findDimension } from '../dimensions/index.ts'
import { cellKey, cellsOf } from '../evidence/failing-cells.ts'
import { openTable } from '../format/index.ts'
import type { Check } from '../report.ts'
import { sayExplanation } from '../words/say-explanation.ts'
import type { PlannedTable } from './plan-pages.ts'
import { countOutcomes, type LongTable } from './report-part.ts'
import type { Rows } from './rows-of-pages.ts'

/** Failing pages of a table that are named one by one. */
const mostFailingPages = 24
/** Finding the figure that would settle a failure asks each row; beyond so many rows most of them could. */
const mostRowsToSettle = 10_000

/** What a long table says as a whole. */
export function describeLongTable({ table, own }: PlannedTable, pages: Rows[]): LongTable {
  const failing = pages.flatMap((rows, index) => {
    const failed = failuresIn(own.checksOfRow, rows)
    return failed > 0 ? [{ page: index + 1, failed }] : []
  })
  const explained = table.buckets.length > mostRowsToSettle ? [] : explainFailures(table, own.checks)
  const fails = [
    ...own.checks.filter(({ outcome }) => outcome === 'fail').flatMap(cellsOf),
    ...explained.map(({ bucket, measure }) => ({ row: bucket ?? ('total' as const), measure })),
  ]
  const chart = sumRows(table, new Set(fails.map(cellKey)))
  return {
    id: table.id,
    pages: pages.length,
    rowsHave: {
      marks: table.buckets.some(({ marks }) => marks.length > 0),
      codes: table.buckets.some(({ code }) => code !== null),
      ranges: table.buckets.some(({ range }) => range !== null),
    },
    checks: countOutcomes(own.checks),
    kinds: countKinds(own.checks),
    failing: failing.slice(0, mostFailingPages),
    failingPages: failing.length,
    lead: openTable(table, findDimension(table.dimension)?.unit ?? null),
    settling: explained.map(explanation => sayExplanation(table, explanation)),
    chart: chart.table,
    chartFails: chart.fails,
    chartSays: chart.says,
  }
}

function failuresIn(checksOfRow: ReadonlyMap<number | null, Check[]>, { from, to }: Rows): number {
  let failed = 0
  for (let row = from; row < to; row++)
    for (const { outcome } of checksOfRow.get(row) ?? []) if (outcome === 'fail') failed++
  return failed
}

function countKinds(checks: readonly Check[]): LongTable['kinds'] {
  const groups = Map.groupBy(checks, ({ code, measure }) => `${code} ${measure}`)
  return [...groups.values()].flatMap(own => {
    const [first] = own
    return first ? [{ code: first.code, measure: first.measure, ...countOutcomes(own) }] : []
  })
}
