import type { Stratification } from '../report.ts'
import { formatCsv, formatCsvRows } from './csv.ts'
import type { StratificationExport } from './stratification-json.ts'
import { type RowsHave, stratificationRows } from './stratification-table.ts'

/** The rows of a table, some at a time. */
type Pages = AsyncIterable<Pick<Stratification, 'buckets'>>

/** A long table as CSV, bit by bit: as `formatCsv` gives it whole. `have` is of all its rows. */
export async function* longTableCsv(
  table: Stratification,
  have: RowsHave,
  pages: Pages,
): AsyncGenerator<string> {
  const { headers, rowsOf, total } = stratificationRows(table, have)
  yield formatCsv({ headers, rows: [] })
  for await (const page of pages) yield formatCsvRows(rowsOf(page))
  yield formatCsvRows(total)
}

/** A long table as JSON, bit by bit: as `JSON.stringify` gives its export whole. */
export async function* longTableJson(exported: StratificationExport, pages: Pages): AsyncGenerator<string> {
  const { buckets: _, cut: __, ...rest } = exported.stratification
  yield `${JSON.stringify({ ...exported, stratification: rest }).slice(0, -2)},"buckets":[`
  let before = ''
  for await (const { buckets } of pages) {
    if (buckets.length === 0) continue
    yield before + JSON.stringify(buckets).slice(1, -1)
    before = ','
  }
  yield ']}}'
}
