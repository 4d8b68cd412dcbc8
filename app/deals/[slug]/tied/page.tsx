import type { Metadata } from 'next'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { TiedView } from '@/components/tied/tied-view.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { loadTied } from '@/lib/server/load-tied.ts'
import { nothingHere } from '../nothing-here.tsx'

type Props = { params: Promise<{ slug: string }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

export const generateMetadata = titling(ofDealPage, async ({ params }: Props): Promise<Metadata> => {
  const deal = await getDeal((await params).slug)
  return { title: deal ? `${deal.name}, print and loans` : 'No such deal', robots: { index: false } }
})

/** A deal's printed tables held against its loans. */
export default admitting(ofDealPage, async function TiedPage({ params }: Props) {
  const { slug } = await params
  const deal = await getDeal(slug)
  if (!deal) return await nothingHere(slug)
  return <TiedView deal={deal} loaded={await loadTied(await getLibrary(), deal)} />
})
