import { compareTable } from '@/lib/export/compare-table.ts'
import { formatCsv } from '@/lib/export/csv.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { answerCompare, findComparison } from '@/lib/server/compare-answer.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofComparison } from '@/lib/server/shared-things.ts'

/** Deals side by side for spreadsheets; the query is that of `/api/compare`. */
export const GET = reading(ofComparison, async (request: Request) => {
  const found = await findComparison(await getLibrary(), new URL(request.url).searchParams)
  if ('code' in found) return answerError(found.code, found.detail)
  const table = compareTable(answerCompare(found))
  return answerFile(formatCsv(table), fileTypes.csv, `compare-${found.query.dimension}.csv`)
})
