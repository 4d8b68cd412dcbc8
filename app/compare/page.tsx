import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { admitting, pairsOf, presentAsker } from '@/app/admitted.tsx'
import type { Candidates } from '@/components/compare/add-deal.tsx'
import { CompareView } from '@/components/compare/compare-view.tsx'
import { mayDo } from '@/lib/access/judge-access.ts'
import {
  type CompareAddress,
  compareHref,
  printPoolRef,
  readPoolRefs,
} from '@/lib/addresses/compare-address.ts'
import { findDimension } from '@/lib/dimensions/index.ts'
import { findSimilar, getLibrary, type Library, type LoadedPool, loadPool } from '@/lib/library/index.ts'
import { mostCompared, parametersOfCompare } from '@/lib/server/compare-answer.ts'
import { readComparePage } from '@/lib/server/compare-page.ts'
import { type AddressQuery, findRepeated, onlyValue, readAddressQuery } from '@/lib/server/repeated-values.ts'

type Query = AddressQuery
type Props = { searchParams: Promise<Query> }

/** Drawn for each request: any deals may be lined up. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Compare deals', robots: { index: false } }

const ofComparisonPage = async ({ searchParams }: Props) => ({ comparison: pairsOf(await searchParams) })

/** Two to eight pools side by side. */
export default admitting(ofComparisonPage, async function ComparePage({ searchParams }: Props) {
  const query = await searchParams
  const given = readAddressQuery(query)
  const repeated = findRepeated(given, [...parametersOfCompare, 'add'])
  const only = (name: string) => onlyValue(given, name) ?? undefined
  const library = await getLibrary()
  const refs = readPoolRefs([query.deals ?? []].flat())
  // Ticked rows come as a parameter each, with the fields of their form: the address that is passed on has commas.
  if (repeated.length === 0 && (Array.isArray(query.deals) || query.tags !== undefined))
    redirect(compareHref({ ...readAddress(only), deals: refs.map(printPoolRef) }))
  const pools: LoadedPool[] = []
  const unknown: string[] = []
  const tooLong: string[] = []
  for (const ref of refs.slice(0, mostCompared)) {
    const pool = await loadPool(library, ref)
    if (typeof pool === 'string') (pool === 'pool-is-too-long' ? tooLong : unknown).push(printPoolRef(ref))
    else pools.push(pool)
  }
  const address = { ...readAddress(only), deals: pools.map(({ ref }) => ref) }
  const typed = only('add')?.trim() ?? ''
  // Who has a link to these deals learns of no others.
  const asker = await presentAsker()
  const mayAdd = pools.length < mostCompared && mayDo(asker, 'look')
  const candidates = mayAdd ? await findCandidates(library, pools, typed) : null
  const [found] = candidates?.deals ?? []
  if (typed !== '' && found && candidates?.count === 1)
    redirect(compareHref({ ...address, deals: [...address.deals, found.slug] }))
  const { context, problems } = readComparePage({
    pools,
    address,
    unknown,
    tooLong,
    asked: refs.length,
    isSearching: typed !== '',
    repeated,
  })
  return (
    <CompareView
      context={context}
      dimension={findDimension(address.dimension ?? null)}
      problems={problems}
      candidates={candidates}
      mayShare={asker !== null && mayDo(asker, 'edit')}
    />
  )
})

/** What of an address is not the deals. */
function readAddress(only: (name: string) => string | undefined): Omit<CompareAddress, 'deals'> {
  return {
    dimension: only('dimension'),
    measure: only('measure'),
    edges: only('edges'),
    rows: only('rows'),
    base: only('base'),
  }
}

const mostCandidates = 8

/** Deals that what was typed finds, or with nothing typed those most like the one pool that is there. */
async function findCandidates(
  library: Library,
  pools: readonly LoadedPool[],
  typed: string,
): Promise<Candidates> {
  const [first] = pools
  const isChosen = (slug: string) => pools.some(({ record }) => record.slug === slug)
  if (typed === '') {
    if (pools.length !== 1 || !first) return { typed, deals: [], count: 0 }
    const { pools: similar } = await findSimilar(library, first, mostCandidates)
    const near = similar.filter(({ distance }) => distance.points !== null).map(({ deal }) => deal)
    return { typed, deals: near, count: near.length }
  }
  const found = await library.findDeals({ q: typed, limit: mostCandidates + pools.length })
  const deals = found.deals.filter(({ slug }) => !isChosen(slug)).slice(0, mostCandidates)
  return { typed, deals, count: found.next === null ? deals.length : found.count }
}
