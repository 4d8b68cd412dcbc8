import { dealHref } from '@/lib/addresses/place-address.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { nameBodySchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'

type Context = RouteContext<'/api/deals/[slug]/name'>

/** Give a deal another name; without one it has the name by its filings again. Its address stays. */
export const POST = changing('edit', nameBodySchema, async ({ name }, request, { params }: Context) => {
  const { slug } = await params
  const change = { what: 'rename', slug, name: name === '' ? null : name } as const
  const changed = await (await getLibrary()).changeDeals(change)
  return answerChange(request, changed, dealHref(slug))
})
