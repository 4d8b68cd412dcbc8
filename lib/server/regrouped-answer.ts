import { readAsked } from '../distributions/index.ts'
import { formatCsv } from '../export/csv.ts'
import { regroupedTable } from '../export/regrouped-table.ts'
import { type Library, wholeTableWithLoans } from '../library/index.ts'
import type { FoundFiling } from './deal-answers.ts'
import { answerFile, fileTypes } from './file-answer.ts'
import { answerError } from './service-errors.ts'
import { findSummed } from './tail-answer.ts'

/**
 * One table at edges of one's own as CSV, as its page shows it: by its id, or where only the loan groups that make up the
 * pool have such tables by the dimension.
 */
export async function answerRegrouped(
  library: Library,
  { deal, sha256 }: FoundFiling,
  id: string,
  edges: string,
): Promise<Response> {
  const part = await library.findReportPart(sha256, { table: id })
  const shown = part?.report.stratifications.find(table => table.id === id)
  const found =
    part && shown
      ? { table: await wholeTableWithLoans(library, sha256, shown, part.counts.longTables) }
      : await findSummed(library, sha256, id)
  if (!found) return answerError('stratification-is-unknown')
  const asked = readAsked(found, { edges })
  if (asked.kind === 'impossible') return answerError('no-distribution', asked.problem)
  // Edges are what is asked, so nothing else can be answered.
  if (asked.kind !== 'edges') return answerError('query-is-not-understood', 'edges')
  if (asked.buckets === null) return answerError('query-is-not-understood', `edges: ${asked.problem}`)
  const table = regroupedTable(asked.distribution, asked.buckets)
  return answerFile(formatCsv(table), fileTypes.csv, `${deal.slug}--${id}--regrouped.csv`)
}
