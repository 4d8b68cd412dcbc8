import { getLibrary } from '@/lib/library/index.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'
import { answerTied } from '@/lib/server/tied-answer.ts'

type Context = { params: Promise<{ slug: string }> }

/** A deal's printed tables held against its loans. */
export const GET = reading(ofDeal, async (_: Request, { params }: Context) => {
  const answer = await answerTied(await getLibrary(), (await params).slug)
  return 'code' in answer ? answerError(answer.code, answer.detail) : Response.json(answer)
})
