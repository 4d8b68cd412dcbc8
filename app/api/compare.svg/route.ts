import { compareHref, printPoolRef } from '@/lib/addresses/compare-address.ts'
import { findDimension } from '@/lib/dimensions/index.ts'
import { compareSvg } from '@/lib/export/compare-svg.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { readTheme } from '@/lib/server/chart-query.ts'
import { findComparison } from '@/lib/server/compare-answer.ts'
import { answerFile, fileTypes } from '@/lib/server/file-answer.ts'
import { reading } from '@/lib/server/reading.ts'
import { answerError } from '@/lib/server/service-errors.ts'
import { siteOrigin } from '@/lib/server/site-address.ts'

/** The chart of deals side by side as a picture; the query is that of `/api/compare`. */
export const GET = reading(async (request: Request) => {
  const given = new URL(request.url).searchParams
  const theme = readTheme(given)
  if (theme === undefined) return answerError('query-is-not-understood', 'theme')
  const found = await findComparison(await getLibrary(), given)
  if ('code' in found) return answerError(found.code, found.detail)
  const { query, pools, compared } = found
  const dimension = findDimension(query.dimension)
  if (dimension === null || compared.rows.length === 0) return answerError('chart-is-not-drawn')
  const asked = { edges: given.get('edges') ?? undefined, rows: given.get('rows') ?? undefined }
  const deals = query.refs.map(printPoolRef)
  const address = compareHref({
    deals,
    dimension: dimension.id,
    measure: given.get('measure') ?? undefined,
    ...asked,
  })
  const names = pools.map(({ name }) => name)
  const { measure } = query.choice
  const svg = compareSvg({
    dimension,
    measure,
    compared,
    names,
    theme,
    address: `${siteOrigin(process.env)}${address}`,
  })
  return answerFile(svg, fileTypes.svg, `compare-${dimension.id}.svg`)
})
