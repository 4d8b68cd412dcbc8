import { getLibrary } from '@/lib/library/index.ts'
import { nextLink, withLinks } from '@/lib/server/links.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { answerTrend, findTrend } from '@/lib/server/trends-answer.ts'

/** Deals over time in one measure: `?measure=waltv&shelf=…&by=quarter`. */
export const GET = reading('look', async (request: Request) => {
  const found = await findTrend(await getLibrary(), new URL(request.url).searchParams)
  if ('code' in found) return answerError(found.code, found.detail)
  return withLinks(Response.json(answerTrend(found)), [nextLink(request, found.page.next)])
})
