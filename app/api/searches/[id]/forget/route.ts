import { z } from 'zod'
import { readNumber } from '@/app/asked-library.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'

type Context = { params: Promise<{ id: string }> }

/** Forget a search that was kept; the deals that it finds stay. */
export const POST = changing('edit', z.object({}), async (_asked, request, { params }: Context) => {
  const id = readNumber((await params).id)
  if (id === null) return answerError('call-is-unknown')
  const changed = await (await getLibrary()).changeDeals({ what: 'forget-search', id })
  return answerChange(request, changed, '/')
})
