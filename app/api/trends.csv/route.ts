import { sourceHref } from '@/lib/addresses/trends-address.ts'
import { formatCsv } from '@/lib/export/csv.ts'
import { trendTable } from '@/lib/export/trend-table.ts'
import { figureKey } from '@/lib/figures/index.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'
import { findTrend } from '@/lib/server/trends-answer.ts'

/** Deals over time for spreadsheets; the query is that of `/api/trends`. */
export const GET = reading('look', async (request: Request) => {
  const found = await findTrend(await getLibrary(), new URL(request.url).searchParams)
  if ('code' in found) return answerError(found.code, found.detail)
  const { figure, trend } = found
  const addressOf = (slug: string) => `${siteOrigin(process.env)}${sourceHref(figure, slug)}`
  const table = trendTable({ figure, trend, addressOf })
  return answerFile(formatCsv(table), fileTypes.csv, `trend-${figureKey(figure)}.csv`)
})
