import { getLibrary } from '@/lib/library/index.ts'
import { deleteSchema, orderOfBin } from '@/lib/server/bin-answer.ts'
import { nextLink, withLinks } from '@/lib/server/links.ts'
import { pageOf } from '@/lib/server/list-page.ts'
import { noteAct } from '@/lib/server/note-act.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** What was deleted and can be brought back. */
export const GET = reading('look', async (request: Request) => {
  const found = pageOf(await (await getLibrary()).listBin(), orderOfBin, new URL(request.url).searchParams)
  if ('problem' in found) return answerError('query-is-not-understood', found.problem)
  const { page, next } = found
  return withLinks(Response.json({ deals: page, next }), [nextLink(request, next)])
})

/** Delete deals, or one filing alone. A plain form leads to the library, which offers to bring them back. */
export const POST = changing('edit', deleteSchema, async ({ deals, filing }, request) => {
  if ((deals === undefined) === (filing === undefined))
    return answerError('body-is-not-understood', deals ? 'either deals or filing' : 'deals')
  const library = await getLibrary()
  const changed = await library.changeDeals(
    filing === undefined ? { what: 'delete', slugs: deals ?? [] } : { what: 'delete-filing', sha256: filing },
  )
  if (changed.refused === null) await noteAct(request, 'deleted', (deals ?? [`filing ${filing}`]).join(', '))
  const query = changed.deletedAt === null ? '' : `?deleted=${changed.deletedAt}`
  return answerChange(request, changed, `/${query}`)
})
