import type { Library } from '../library/index.ts'
import { type CheckStatus, statusOf } from './figure.ts'

/** Whether the checks of a table hold, all of them: what is worked out from its rows is no better than they are. */
async function statusOfTable(library: Library, sha256: string, table: string): Promise<CheckStatus> {
  const part = await library.findReportPart(sha256, { table })
  const long = part?.counts.longTables.find(({ id }) => id === table)
  if (long && long.checks.failed > 0) return 'fails'
  return statusOf(part?.report.checks.filter(({ stratification }) => stratification === table) ?? [])
}

/** The same of tables that an answer is added up over: no better than the worst of them. */
export async function statusOfTables(
  library: Library,
  sha256: string,
  tables: readonly string[],
): Promise<CheckStatus> {
  const all = await Promise.all(tables.map(table => statusOfTable(library, sha256, table)))
  return (['fails', 'unchecked'] as const).find(status => all.includes(status)) ?? 'passes'
}
