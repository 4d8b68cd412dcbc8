import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { SimilarView } from '@/components/similar/similar-view.tsx'
import { TooLong } from '@/components/similar/too-long.tsx'
import { findSimilar, getLibrary, loadPool } from '@/lib/library/index.ts'
import {
  type AddressQuery,
  findRepeated,
  onlyValue,
  readAddressQuery,
  sayRepeated,
} from '@/lib/server/repeated-values.ts'
import { readSimilarLimit } from '@/lib/server/similar-answer.ts'
import { nothingHere } from '../nothing-here.tsx'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<AddressQuery> }

/** Drawn for each request: any deal that is added may be nearer. */
export const dynamic = 'force-dynamic'

const findPool = cache(async (slug: string, group: string | null) =>
  loadPool(await getLibrary(), { slug, group }),
)

async function findAsked({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  const given = readAddressQuery(query)
  const group = onlyValue(given, 'group')
  const asked = await findPool(slug, group)
  if (asked === 'pool-is-too-long') return { tooLong: await getDeal(slug) }
  const isUnknown = asked === 'loan-group-is-unknown'
  const pool = isUnknown ? await findPool(slug, null) : asked
  return typeof pool === 'string'
    ? null
    : {
        pool,
        limit: onlyValue(given, 'limit'),
        wrongGroup: isUnknown ? group : null,
        repeated: findRepeated(given, ['limit', 'group']),
      }
}

export const generateMetadata = titling('look', async (props: Props): Promise<Metadata> => {
  const asked = await findAsked(props)
  if (!asked) return { title: 'No such deal' }
  if ('tooLong' in asked) return { title: 'Too long to be compared', robots: { index: false } }
  return { title: `Pools like ${asked.pool.name}`, robots: { index: false } }
})

/** The pools of the library that are nearest to a deal's. */
export default admitting('look', async function SimilarPage(props: Props) {
  const asked = await findAsked(props)
  if (!asked) return await nothingHere((await props.params).slug)
  if ('tooLong' in asked) return asked.tooLong && <TooLong deal={asked.tooLong} />
  const { pool, limit: typed, wrongGroup, repeated } = asked
  const limit = readSimilarLimit(typed)
  const found = await findSimilar(await getLibrary(), pool, limit ?? readSimilarLimit(null) ?? 1)
  const problems = [
    ...repeated.map(sayRepeated),
    ...(limit === undefined
      ? [`“${typed}” is no number of pools from 1 to 40; the nearest 12 are shown.`]
      : []),
    ...(wrongGroup === null
      ? []
      : [`The deal has no loan group “${wrongGroup}”; those like its whole pool are shown.`]),
  ]
  return <SimilarView pool={pool} found={found} problems={problems} />
})
