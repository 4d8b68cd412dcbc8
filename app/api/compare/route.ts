import { getLibrary } from '@/lib/library/index.ts'
import { answerCompare, findComparison } from '@/lib/server/compare-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofComparison } from '@/lib/server/shared-things.ts'

/** Two to eight deals side by side in one dimension: `?deals=a,b&dimension=original-ltv`. */
export const GET = reading(ofComparison, async (request: Request) => {
  const found = await findComparison(await getLibrary(), new URL(request.url).searchParams)
  return 'code' in found ? answerError(found.code, found.detail) : Response.json(answerCompare(found))
})
