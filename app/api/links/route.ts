import { isGuarded } from '@/lib/access/access-settings.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { askerOf } from '@/lib/server/guarded.ts'
import { nameShared, newLinkSchema } from '@/lib/server/link-answers.ts'
import { hashToken, linkUrl, newToken } from '@/lib/server/link-tokens.ts'
import { nameAsker, noteAct } from '@/lib/server/note-act.ts'
import { answerDone, changing } from '@/lib/server/read-change.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** The links that were made: to one address, or all. */
export const GET = reading('edit', async (request: Request) => {
  if (!isGuarded()) return answerError('nobody-signs-in-here')
  const library = await getLibrary()
  const address = new URL(request.url).searchParams.get('address')
  const shared = address === null ? null : await nameShared(library, address)
  if (address !== null && shared === null) return answerError('query-is-not-understood', 'address')
  return Response.json({ links: await library.access.listLinks(shared?.address ?? null) })
})

const dayMs = 86_400_000

/** Make a link to a deal, a comparison or a search. A plain form leads to the page that shows it, this once. */
export const POST = changing('edit', newLinkSchema, async ({ address, days }, request) => {
  if (!isGuarded()) return answerError('nobody-signs-in-here')
  const library = await getLibrary()
  const shared = await nameShared(library, address)
  if (shared === null) return answerError('body-is-not-understood', 'address')
  const token = newToken()
  const link = await library.access.makeLink({
    address: shared.address,
    name: shared.name,
    madeBy: nameAsker(askerOf(request)),
    expiresAt: days ? new Date(Date.now() + days * dayMs).toISOString() : null,
    tokenHash: hashToken(token),
  })
  const until = link.expiresAt === null ? 'until it is withdrawn' : `until ${link.expiresAt.slice(0, 10)}`
  await noteAct(request, 'link-made', `${link.id}: ${shared.name}, ${until}`)
  const query = new URLSearchParams({ of: shared.address, made: token })
  return answerDone(request, { link, url: linkUrl(shared.address, token) }, `/share?${query}`)
})
