import { formatCsv } from '@/lib/export/csv.ts'
import { dealsTable } from '@/lib/export/deals-table.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { findCurrentDeal } from '@/lib/server/current-deal.ts'
import { answerDealsWorkbook, refuseUnknown } from '@/lib/server/deals-workbook.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { exportQuerySchema } from '@/lib/server/mark-answers.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'

export const dynamic = 'force-dynamic'

/** Some deals as one table, or as a workbook with all their tables, in the order they are named. */
export const GET = reading('look', async (request: Request) => {
  const { searchParams } = new URL(request.url)
  const read = exportQuerySchema.safeParse({
    deals: searchParams.getAll('deals'),
    form: searchParams.get('form') ?? undefined,
  })
  if (!read.success) return answerError('query-is-not-understood', read.error.issues[0]?.path.join('.'))
  const library = await getLibrary()
  const { deals: slugs, form } = read.data
  const found = await Promise.all(slugs.map(async slug => (await findCurrentDeal(library, slug))?.summary))
  const unknown = slugs.filter((_, order) => found[order] === undefined)
  if (unknown.length > 0) return refuseUnknown(request, unknown)
  if (form === 'xlsx') return await answerDealsWorkbook(request, library, { title: 'Chosen deals', slugs })
  const table = dealsTable(
    found.flatMap(summary => summary ?? []),
    siteOrigin(process.env),
  )
  return answerFile(formatCsv(table), fileTypes.csv, 'deals.csv')
})
