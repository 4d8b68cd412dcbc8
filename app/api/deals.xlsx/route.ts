import { workbookLimits } from '@/lib/export/workbook-limits.ts'
import { getLibrary, readDealsQuery } from '@/lib/library/index.ts'
import { answerDealsWorkbook, refuseDeals } from '@/lib/server/deals-workbook.ts'
import { guarded } from '@/lib/server/guarded.ts'
import { answerError } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** All deals that a search finds as one workbook; the query is that of `/api/deals`, whose pages count for nothing here. */
export const GET = guarded('look', async (request: Request) => {
  const { query, problems } = readDealsQuery(new URL(request.url).searchParams)
  const [problem] = problems
  if (problem) return answerError('query-is-not-understood', problem.detail)
  const library = await getLibrary()
  const { cursor: _, ...asked } = query
  const found = await library.findDeals({ ...asked, limit: workbookLimits.deals })
  if (found.next !== null) return refuseDeals(request, found.count)
  const slugs = found.deals.map(({ slug }) => slug)
  return await answerDealsWorkbook(request, library, { title: 'Deals found', slugs })
})
