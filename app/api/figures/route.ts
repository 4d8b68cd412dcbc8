import { z } from 'zod'
import {
  findDealsQuerySchema,
  foreignCursor,
  getLibrary,
  nameFiguresList,
  openCursor,
} from '@/lib/library/index.ts'
import { nextLink, withLinks } from '@/lib/server/links.ts'
import { pageQuerySchema } from '@/lib/server/list-page.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

const querySchema = pageQuerySchema.extend({
  q: findDealsQuerySchema.shape.q.unwrap().pipe(z.string().min(1)),
})

/** Where filings print a figure, the latest filings first. */
export const GET = reading('look', async (request: Request) => {
  const asked = querySchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success) return answerError('query-is-not-understood', asked.error.issues[0]?.path.join('.'))
  const { q, ...page } = asked.data
  if (page.cursor !== undefined && openCursor(page.cursor, nameFiguresList(q)) === null)
    return answerError('query-is-not-understood', `cursor: ${foreignCursor}`)
  const found = await (await getLibrary()).findFigures(q, page)
  return withLinks(Response.json(found), [nextLink(request, found.next)])
})
