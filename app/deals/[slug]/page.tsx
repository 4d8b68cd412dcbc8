import type { Metadata } from 'next'
import { admitting, mayShare, ofDealPage, titling } from '@/app/admitted.tsx'
import { type AskedFiling, getDealPage } from '@/app/asked-library.ts'
import { DealView } from '@/components/deal/deal-view.tsx'
import { describeDeal } from '@/components/deal/describe-deal.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { loadTiedLine } from '@/lib/server/load-tied.ts'
import { nothingHere } from './nothing-here.tsx'

type Props = { params: Promise<AskedFiling> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

export const generateMetadata = titling(ofDealPage, async ({ params }: Props): Promise<Metadata> => {
  const shown = await getDealPage(await params)
  return shown ? describeDeal(shown.deal, shown.part) : { title: 'No such deal' }
})

export default admitting(ofDealPage, async function DealPage({ params }: Props) {
  const asked = await params
  const shown = await getDealPage(asked)
  if (!shown) return await nothingHere(asked.slug)
  const tied = await loadTiedLine(await getLibrary(), shown.deal)
  return <DealView {...shown} tied={tied} mayShare={await mayShare()} />
})
