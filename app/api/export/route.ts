import { formatCsv } from '@/lib/export/csv.ts'
import { workbookOf } from '@/lib/export/deal-workbook.ts'
import { dealsTable } from '@/lib/export/deals-table.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { findCurrentDeal } from '@/lib/server/current-deal.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { exportQuerySchema } from '@/lib/server/mark-answers.ts'
import { answerError, guarded } from '@/lib/server/service-errors.ts'

export const dynamic = 'force-dynamic'

/** Some deals as one table, a row each, in the order they are named; unknown ones are left out. */
export const GET = guarded(async (request: Request) => {
  const { searchParams } = new URL(request.url)
  const read = exportQuerySchema.safeParse({
    deals: searchParams.getAll('deals'),
    form: searchParams.get('form') ?? undefined,
  })
  if (!read.success) return answerError('query-is-not-understood', read.error.issues[0]?.path.join('.'))
  const library = await getLibrary()
  const found = await Promise.all(read.data.deals.map(slug => findCurrentDeal(library, slug)))
  const table = dealsTable(found.flatMap(deal => deal?.summary ?? []))
  if (read.data.form === 'csv') return answerFile(formatCsv(table), fileTypes.csv, 'deals.csv')
  const workbook = await workbookOf([{ title: 'Deals', table }])
  return answerFile(new Uint8Array(workbook), fileTypes.xlsx, 'deals.xlsx')
})
