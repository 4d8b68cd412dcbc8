import { getLibrary } from '@/lib/library/index.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'
import { answerTrend, findTrend } from '@/lib/server/trends-answer.ts'

/** Deals over time in one measure: `?measure=waltv&shelf=…&by=quarter`. */
export const GET = guarded(async (request: Request) => {
  const found = await findTrend(await getLibrary(), new URL(request.url).searchParams)
  return 'code' in found ? answerError(found.code, found.detail) : Response.json(answerTrend(found))
})
