import { getLibrary } from '@/lib/library/index.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { answerSimilar } from '@/lib/server/similar-answer.ts'

type Context = { params: Promise<{ slug: string }> }

/** The pools nearest to a deal's, dimension by dimension: `?limit=12`. */
export const GET = reading('look', async (request: Request, { params }: Context) => {
  const { slug } = await params
  const answer = await answerSimilar(await getLibrary(), slug, new URL(request.url).searchParams)
  return 'code' in answer ? answerError(answer.code, answer.detail) : Response.json(answer)
})
