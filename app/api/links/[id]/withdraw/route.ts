import { z } from 'zod'
import { isGuarded } from '@/lib/access/access-settings.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { askerOf } from '@/lib/server/guarded.ts'
import { nameAsker, noteAct } from '@/lib/server/note-act.ts'
import { answerDone, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'

type Context = { params: Promise<{ id: string }> }

/** Withdraw a link: from now on it opens nothing, wherever it was opened before. */
export const POST = changing('edit', z.object({}), async (_asked, request, { params }: Context) => {
  if (!isGuarded()) return answerError('nobody-signs-in-here')
  const library = await getLibrary()
  const link = await library.access.withdrawLink((await params).id, nameAsker(askerOf(request)))
  if (link === null) return answerError('link-is-unknown')
  await noteAct(request, 'link-withdrawn', `${link.id}: ${link.name}`)
  return answerDone(request, { link }, `/share?of=${encodeURIComponent(link.address)}`)
})
