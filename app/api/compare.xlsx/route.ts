import { getLibrary } from '@/lib/library/index.ts'
import { answerCompareWorkbook } from '@/lib/server/compare-workbook.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { ofComparison } from '@/lib/server/shared-things.ts'

export const dynamic = 'force-dynamic'

/** What `/api/compare` gives as a workbook; without a dimension, every one that at least two of the pools print. */
export const GET = guarded(ofComparison, async (request: Request) =>
  answerCompareWorkbook(request, await getLibrary()),
)
