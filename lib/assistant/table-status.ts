import type { Library } from '../library/index.ts'
import { type CheckStatus, statusOf } from './figure.ts'

/** Whether the checks of a table hold, all of them: what is worked out from its rows is no better than they are. */
export async function statusOfTable(library: Library, sha256: string, table: string): Promise<CheckStatus> {
  const part = await library.findReportPart(sha256, { table })
  const long = part?.counts.longTables.find(({ id }) => id === table)
  if (long && long.checks.failed > 0) return 'fails'
  return statusOf(part?.report.checks.filter(({ stratification }) => stratification === table) ?? [])
}
