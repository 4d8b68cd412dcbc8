import { dealHref } from '@/lib/addresses/place-address.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { tagsBodySchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'

type Context = RouteContext<'/api/deals/[slug]/tags'>

/** Give a deal these tags in place of those that it has. */
export const POST = changing('edit', tagsBodySchema, async ({ tags }, request, { params }: Context) => {
  const { slug } = await params
  const changed = await (await getLibrary()).changeDeals({ what: 'tag', slugs: [slug], tags, how: 'set' })
  return answerChange(request, changed, dealHref(slug))
})
