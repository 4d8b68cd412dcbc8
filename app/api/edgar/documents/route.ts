import { getLibrary } from '@/lib/library/index.ts'
import { listFromEdgar, listSchema } from '@/lib/server/edgar-answer.ts'
import { acceptsJson, answerDone, changing } from '@/lib/server/read-change.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const runtime = 'nodejs'

/** Ask EDGAR which documents a submission has. A plain form leads to the page that lists them, or to the words for why not. */
export const POST = changing('edit', listSchema, async (asked, request) => {
  const listed = await listFromEdgar(await getLibrary(), asked)
  if (!('problem' in listed)) return answerDone(request, listed, `/edgar/${listed.accession}`)
  if (acceptsJson(request)) return answerError(listed.problem)
  const query = new URLSearchParams({ refused: listed.problem, name: asked.address.slice(0, 100) })
  return new Response(null, { status: 303, headers: { Location: `/?${query}` } })
})
