import { isGuarded } from '@/lib/access/access-settings.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { actsAPage } from '@/lib/server/link-answers.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** Who did what, the latest first: `before` is what an answer before gave as `next`. */
export const GET = reading('own', async (request: Request) => {
  if (!isGuarded()) return answerError('nobody-signs-in-here')
  const cursor = new URL(request.url).searchParams.get('before')
  const acts = await (await getLibrary()).access.listActs(actsAPage + 1, cursor)
  const page = acts.slice(0, actsAPage)
  const next = acts.length > actsAPage ? (page.at(-1)?.id ?? null) : null
  return Response.json({ acts: page, next })
})
