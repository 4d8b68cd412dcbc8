import { trendsHref } from '../addresses/trends-address.ts'
import { cutText } from '../cut-text.ts'
import { trendSvg } from '../export/trend-svg.ts'
import { figureKey } from '../figures/index.ts'
import { formatCount } from '../format/index.ts'
import type { Library } from '../library/index.ts'
import { readTheme } from './chart-query.ts'
import type { Picture } from './picture-answer.ts'
import type { ErrorCode } from './service-errors.ts'
import { siteOrigin } from './site-address.ts'
import { findTrend } from './trends-answer.ts'
import type { TrendsQuery } from './trends-query.ts'

/** The chart of a measure over time; the query is that of `/api/trends`, with a theme. */
export async function drawTrendPicture(
  library: Library,
  given: URLSearchParams,
): Promise<Picture | { code: ErrorCode; detail: string | null }> {
  const theme = readTheme(given)
  if (theme === undefined) return { code: 'query-is-not-understood', detail: 'theme' }
  const found = await findTrend(library, given)
  if ('code' in found) return found
  const { figure, trend, query } = found
  if (trend.points.length === 0) return { code: 'trend-is-not-drawn', detail: null }
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
    of: nameOf(query),
    address: `${siteOrigin(process.env)}${trendsHref(address)}`,
  })
  return { svg, name: `trend-${measure}` }
}

/** Which deals the picture is of: it stands alone, where no search is shown beside it. */
function nameOf({ query: { shelf, q }, slugs, narrowedBy }: TrendsQuery): string {
  if (slugs.length > 0) return slugs.length === 1 ? 'One deal' : `${formatCount(slugs.length)} chosen deals`
  const searched = q
    ? `deals found by “${cutText(q, mostWords)}”`
    : narrowedBy.length > 0
      ? 'deals of a search'
      : null
  if (searched === null) return shelf ?? 'All shelves'
  return shelf ? `${shelf}, ${searched}` : `${searched.charAt(0).toUpperCase()}${searched.slice(1)}`
}

const mostWords = 60
