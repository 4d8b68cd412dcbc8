import { getLibrary } from '@/lib/library/index.ts'
import { tagDealsSchema } from '@/lib/server/mark-answers.ts'
import { answerChange, changing } from '@/lib/server/read-change.ts'

/** Give several deals some tags beside those they have, or take some away. A plain form leads to the deals with the first. */
export const POST = changing('edit', tagDealsSchema, async ({ deals, tags, how }, request) => {
  const changed = await (await getLibrary()).changeDeals({ what: 'tag', slugs: deals, tags, how })
  const [first] = tags
  return answerChange(request, changed, first ? `/?tag=${encodeURIComponent(first)}` : '/')
})
