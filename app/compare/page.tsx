import type { Metadata } from 'next'
import { CompareView } from '@/components/compare/compare-view.tsx'
import type { LoadedDeal } from '@/components/compare/loaded-deal.ts'
import { getLibrary, loadTables } from '@/lib/library/index.ts'
import { mostCompared, readSlugs } from '@/lib/server/compare-answer.ts'

type Query = Record<string, string | string[] | undefined>
type Props = { searchParams: Promise<Query> }

/** Drawn for each request: any deals may be lined up. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Compare deals', robots: { index: false } }

/** Two to eight deals side by side. */
export default async function ComparePage({ searchParams }: Props) {
  const query = await searchParams
  const library = await getLibrary()
  const slugs = readSlugs([query.deals ?? []].flat())
  const deals: LoadedDeal[] = []
  const unknown: string[] = []
  for (const slug of slugs.slice(0, mostCompared)) {
    const deal = await library.findDeal(slug)
    const loaded = deal && (await loadTables(library, deal.chosen))
    if (deal && loaded) deals.push({ record: deal, ...loaded })
    else unknown.push(slug)
  }
  const only = (name: string) => [query[name] ?? []].flat()[0]
  return (
    <CompareView
      deals={deals}
      unknown={unknown}
      tooMany={slugs.length > mostCompared ? slugs.length : null}
      asked={{
        dimension: only('dimension'),
        measure: only('measure'),
        edges: only('edges'),
        base: only('base'),
      }}
    />
  )
}
