import { getLibrary } from '@/lib/library/index.ts'
import { answerChanges } from '@/lib/server/changes-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'

type Context = { params: Promise<{ slug: string }> }

/** What changed between two filings of a deal, row by row: `?from=0c1d2e3f4a5b&to=9a8b7c6d5e4f`. */
export const GET = reading(ofDeal, async (request: Request, { params }: Context) => {
  const { slug } = await params
  const answer = await answerChanges(await getLibrary(), slug, new URL(request.url).searchParams)
  return 'code' in answer ? answerError(answer.code, answer.detail) : Response.json(answer)
})
