import { dealHref } from '@/lib/addresses/place-address.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { noteBodySchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'

type Context = RouteContext<'/api/deals/[slug]/notes/[id]'>

/** Write a note anew; without a text it is taken away. */
export const POST = changing('edit', noteBodySchema, async ({ text }, request, { params }: Context) => {
  const { slug, id } = await params
  const library = await getLibrary()
  const deal = await library.findDeal(slug)
  if (deal === null) return answerError('deal-is-unknown')
  const note = deal.notes.find(note => String(note.id) === id)
  if (note === undefined) return answerError('note-is-unknown')
  const changed = await library.changeDeals({ what: 'edit-note', slug, id: note.id, text })
  return answerChange(request, changed, `${dealHref(slug)}#notes`)
})
