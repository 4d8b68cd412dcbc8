import type { Metadata } from 'next'
import { cache } from 'react'
import { SimilarView } from '@/components/similar/similar-view.tsx'
import { findSimilar, getLibrary, loadPool } from '@/lib/library/index.ts'
import { readSimilarLimit } from '@/lib/server/similar-answer.ts'
import { noSuchDeal } from '../no-such-deal.tsx'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

/** Drawn for each request: any deal that is added may be nearer. */
export const dynamic = 'force-dynamic'

const findPool = cache(async (slug: string, group: string | null) =>
  loadPool(await getLibrary(), { slug, group }),
)

async function findAsked({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const only = (name: string) => [query[name] ?? []].flat()[0]
  const pool = await findPool(slug, only('group') || null)
  return typeof pool === 'string' ? null : { pool, limit: only('limit') }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const asked = await findAsked(props)
  if (!asked) return { title: 'No such deal' }
  return { title: `Pools like ${asked.pool.name}`, robots: { index: false } }
}

/** The pools of the library that are nearest to a deal's. */
export default async function SimilarPage(props: Props) {
  const asked = await findAsked(props)
  if (!asked) return await noSuchDeal((await props.params).slug)
  const { pool, limit: typed } = asked
  const limit = readSimilarLimit(typed)
  const found = await findSimilar(await getLibrary(), pool, limit ?? readSimilarLimit(null) ?? 1)
  return <SimilarView pool={pool} found={found} wrongLimit={limit === undefined ? (typed ?? null) : null} />
}
