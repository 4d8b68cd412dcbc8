import { trendsHref } from '@/lib/addresses/trends-address.ts'
import { trendSvg } from '@/lib/export/trend-svg.ts'
import { figureKey } from '@/lib/figures/index.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { readTheme } from '@/lib/server/chart-query.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'
import { findTrend } from '@/lib/server/trends-answer.ts'

/** The same as `/api/trends` as a picture. */
export const GET = reading(async (request: Request) => {
  const given = new URL(request.url).searchParams
  const theme = readTheme(given)
  if (theme === undefined) return answerError('query-is-not-understood', 'theme')
  const found = await findTrend(await getLibrary(), given)
  if ('code' in found) return answerError(found.code, found.detail)
  const { figure, trend, query } = found
  if (trend.points.length === 0) return answerError('trend-is-not-drawn')
  const measure = figureKey(figure)
  const { slugs: deals, by, withFailing, narrowedBy } = query
  const { shelf, q } = query.query
  const failing = withFailing ? 'in' : undefined
  const address = { measures: [measure], shelf, q, deals, narrowedBy, by, failing }
  const svg = trendSvg({
    figure,
    trend,
    by,
    theme,
    of: shelf ?? 'All shelves',
    address: `${siteOrigin(process.env)}${trendsHref(address)}`,
  })
  return answerFile(svg, fileTypes.svg, `trend-${measure}.svg`)
})
