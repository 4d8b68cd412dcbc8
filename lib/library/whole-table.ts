import { addAll } from '../add-all.ts'
import { type FailingTables, failingTables } from '../distributions/index.ts'
import type { Bucket, Check, FilingReport, Stratification } from '../report.ts'
import type { Library } from './library.ts'
import { rowsList } from './report-part.ts'

/** A table of which a part shows only the first rows, with all of them. */
export async function wholeTable(
  library: Library,
  sha256: string,
  table: Stratification,
  longTables: readonly { id: string; pages: number }[],
): Promise<Stratification> {
  const long = longTables.find(({ id }) => id === table.id)
  if (table.cut === undefined || long === undefined) return table
  const { cut: _, ...whole } = table
  const buckets: Bucket[] = []
  for (let number = 1; number <= long.pages; number++) {
    const page = await library.findReportPart(sha256, { list: rowsList(table.id), number })
    for (const rows of page?.report.stratifications ?? []) for (const row of rows.buckets) buckets.push(row)
  }
  return { ...whole, buckets }
}

/** What a filing says of its pool, apart from the places and checks of it. */
export type LoadedTables = Pick<FilingReport, 'pool' | 'deal' | 'submission'> & {
  tables: Stratification[]
  /** Those that checks fail in. */
  failing: FailingTables
}

/**
 * Tables with more bytes of JSON are not held against others: a pool of sixty tables has half a million, and what has so many
 * is a list of loans, whose pages alone take seconds to read.
 */
const mostTableBytes = 12_000_000

/**
 * Everything that a filing's tables say, part after part, with the pool as its first part has it; null for an unknown
 * filing.
 */
export async function loadTables(
  library: Library,
  sha256: string,
  mostBytes: number = mostTableBytes,
): Promise<LoadedTables | 'pool-is-too-long' | null> {
  const tables: Stratification[] = []
  const checks: Pick<Check, 'outcome' | 'measure' | 'stratification'>[] = []
  let first: FilingReport | null = null
  for (let number = 1; ; number++) {
    const part = await library.findReportPart(sha256, { number })
    if (part === null) break
    if ((part.reportBytes ?? 0) > mostBytes) return 'pool-is-too-long'
    first ??= part.report
    for (const table of part.report.stratifications)
      tables.push(await wholeTable(library, sha256, table, part.counts.longTables))
    addAll(checks, part.report.checks)
    for (const { id, kinds } of part.counts.longTables)
      for (const { measure, failed } of kinds)
        if (failed > 0) checks.push({ outcome: 'fail', measure, stratification: id })
    if (number >= part.count) break
  }
  if (first === null) return null
  const { pool, deal, submission } = first
  return { pool, deal, submission, tables, failing: failingTables(checks) }
}
