import { formatCsv } from '@/lib/export/csv.ts'
import { splitWithinTable } from '@/lib/export/split-within-table.ts'
import { stratificationTable } from '@/lib/export/stratification-table.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { findDealFiling } from '@/lib/server/deal-answers.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { ofDeal } from '@/lib/server/shared-things.ts'
import { findSlice, type LoadedSlice, tableOfSlice } from '@/lib/server/slice-answer.ts'

/** One table of the loans that filters let through, as CSV: `?table=state`, or `?table=within` with `rows` and `columns`. */
export const GET = reading(
  ofDeal,
  async (request: Request, { params }: RouteContext<'/api/deals/[slug]/slice.csv'>) => {
    const query = new URL(request.url).searchParams
    const library = await getLibrary()
    const found = await findDealFiling(library, (await params).slug, query.get('filing'))
    if (typeof found === 'string') return answerError(found)
    const loaded = await findSlice(library, found, query)
    if ('code' in loaded) return answerError(loaded.code, loaded.detail)
    const id = query.get('table') ?? ''
    const table = tableAsked(loaded, id)
    if (table === null) return answerError('stratification-is-unknown')
    return answerFile(formatCsv(table), fileTypes.csv, `${found.deal.slug}--slice--${id}.csv`)
  },
)

function tableAsked(loaded: LoadedSlice, id: string) {
  if (id === 'within') return loaded.within && splitWithinTable(loaded.within)
  const table = tableOfSlice(loaded, id)
  return table && stratificationTable(table)
}
