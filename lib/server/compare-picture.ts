import { compareHref, printPoolRef } from '../addresses/compare-address.ts'
import { findDimension } from '../dimensions/index.ts'
import { compareSvg } from '../export/compare-svg.ts'
import type { Library } from '../library/index.ts'
import { readTheme } from './chart-query.ts'
import { findComparison } from './compare-answer.ts'
import type { Picture } from './picture-answer.ts'
import type { ErrorCode } from './service-errors.ts'
import { siteOrigin } from './site-address.ts'

/** The chart of deals side by side; the query is that of `/api/compare`, with a theme. */
export async function drawComparison(
  library: Library,
  given: URLSearchParams,
): Promise<Picture | { code: ErrorCode; detail: string | null }> {
  const theme = readTheme(given)
  if (theme === undefined) return { code: 'query-is-not-understood', detail: 'theme' }
  const found = await findComparison(library, given)
  if ('code' in found) return found
  const { query, pools, compared } = found
  const dimension = findDimension(query.dimension)
  if (dimension === null || compared.rows.length === 0) return { code: 'chart-is-not-drawn', detail: null }
  const address = compareHref({
    deals: query.refs.map(printPoolRef),
    dimension: dimension.id,
    measure: given.get('measure') ?? undefined,
    edges: given.get('edges') ?? undefined,
    rows: given.get('rows') ?? undefined,
  })
  const svg = compareSvg({
    dimension,
    measure: query.choice.measure,
    compared,
    names: pools.map(({ name }) => name),
    theme,
    address: `${siteOrigin(process.env)}${address}`,
  })
  return { svg, name: `compare-${dimension.id}` }
}
