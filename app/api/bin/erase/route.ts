import { getLibrary } from '@/lib/library/index.ts'
import { eraseSchema } from '@/lib/server/bin-answer.ts'
import { noteAct } from '@/lib/server/note-act.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'

/** Empty the bin, of some deals or of all. */
export const POST = changing('own', eraseSchema, async ({ deals }, request) => {
  const changed = await (await getLibrary()).changeDeals({ what: 'erase', slugs: deals ?? null })
  if (changed.refused === null)
    await noteAct(request, 'erased', deals?.join(', ') ?? 'all that was in the bin')
  return answerChange(request, changed, '/deleted')
})
