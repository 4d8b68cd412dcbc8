import type { Metadata } from 'next'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { OverTimeView } from '@/components/periods/over-time-view.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { loadOverTime } from '@/lib/server/over-time-answer.ts'
import { nothingHere } from '../nothing-here.tsx'

type Props = { params: Promise<{ slug: string }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

export const generateMetadata = titling(ofDealPage, async ({ params }: Props): Promise<Metadata> => {
  const deal = await getDeal((await params).slug)
  return { title: deal ? `${deal.name} over time` : 'No such deal', robots: { index: false } }
})

/** A deal's loans month by month. */
export default admitting(ofDealPage, async function OverTimePage({ params }: Props) {
  const { slug } = await params
  const deal = await getDeal(slug)
  if (!deal) return await nothingHere(slug)
  return <OverTimeView deal={deal} overTime={await loadOverTime(await getLibrary(), deal)} />
})
