import type { Metadata } from 'next'
import { admitting } from '@/app/admitted.tsx'
import { TrendsView } from '@/components/trends/trends-view.tsx'
import { figureKey } from '@/lib/figures/index.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { loadTrends } from '@/lib/server/load-trends.ts'
import { onlyValue, readAddressQuery } from '@/lib/server/repeated-values.ts'
import { readTrendsQuery, type TrendsProblem } from '@/lib/server/trends-query.ts'

/** Drawn for each request: any deals may be looked at over time. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Trends', robots: { index: false } }

/** What is shown where no measure is asked for. */
const usual = { kind: 'pool', id: 'waltv' } as const

/** Deals over time. */
export default admitting('look', async function TrendsPage({ searchParams }: PageProps<'/trends'>) {
  const given = readAddressQuery(await searchParams)
  const asked = readTrendsQuery(given)
  const wanted = asked.figures.length > 0 ? asked : { ...asked, figures: [usual] }
  const { figures, query, narrowedBy, slugs, by, withFailing } = wanted
  const loaded = await loadTrends(await getLibrary(), wanted)
  const { unknown } = loaded
  const problems: TrendsProblem[] = [...wanted.problems]
  if (unknown.length > 0)
    problems.push({
      parameter: 'deals',
      problem: `No deal of the library has the address ${unknown.map(slug => `“${slug}”`).join(', ')}.`,
    })
  return (
    <TrendsView
      {...loaded}
      {...{ by, withFailing, problems }}
      filters={query.filters}
      address={{
        measures: figures.map(figureKey),
        shelf: query.shelf,
        q: query.q,
        narrowedBy,
        deals: slugs,
        by: by === 'year' ? undefined : by,
        failing: withFailing ? 'in' : undefined,
        open: onlyValue(given, 'open') ?? undefined,
      }}
    />
  )
})
