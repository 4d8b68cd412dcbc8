import { getLibrary } from '@/lib/library/index.ts'
import { answerOverTime } from '@/lib/server/over-time-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'

type Context = { params: Promise<{ slug: string }> }

/** A deal's loans month by month. */
export const GET = reading(ofDeal, async (_: Request, { params }: Context) => {
  const answer = await answerOverTime(await getLibrary(), (await params).slug)
  return 'code' in answer ? answerError(answer.code, answer.detail) : Response.json(answer)
})
