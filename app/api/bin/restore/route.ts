import { getLibrary } from '@/lib/library/index.ts'
import { restoreSchema } from '@/lib/server/bin-answer.ts'
import { noteAct } from '@/lib/server/note-act.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'

/** Bring deleted deals back. A plain form leads to the deal, or to the library where there are several. */
export const POST = changing('edit', restoreSchema, async ({ deals, at }, request) => {
  const changed = await (await getLibrary()).changeDeals({ what: 'restore', slugs: deals, at })
  if (changed.refused === null) await noteAct(request, 'restored', deals.join(', '))
  const [only] = changed.deals
  return answerChange(request, changed, only && changed.deals.length === 1 ? only.url : '/')
})
