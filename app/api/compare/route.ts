import { getLibrary } from '@/lib/library/index.ts'
import { answerCompare, readCompareQuery } from '@/lib/server/compare-answer.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

/** Two to eight deals side by side in one dimension: `?deals=a,b&dimension=original-ltv`. */
export const GET = guarded(async (request: Request) => {
  const query = readCompareQuery(new URL(request.url).searchParams)
  if ('code' in query) return answerError(query.code, query.detail)
  const answer = await answerCompare(await getLibrary(), query)
  return 'code' in answer ? answerError(answer.code, answer.detail) : Response.json(answer)
})
