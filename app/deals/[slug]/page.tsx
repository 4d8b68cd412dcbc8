import type { Metadata } from 'next'
import { getDealPage } from '@/app/cached-library.ts'
import { DealView } from '@/components/deal/deal-view.tsx'
import { describeDeal } from '@/components/deal/describe-deal.ts'
import { NotHere } from '@/components/shell/not-here.tsx'
import DealNotFound from './not-found.tsx'

type Props = { params: Promise<{ slug: string }> }

/** No deal is known when the site is built; each is drawn when first asked for, kept whole, and drawn anew by its tag. */
export function generateStaticParams() {
  return []
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const shown = await getDealPage((await params).slug)
  return shown ? describeDeal(shown.deal, shown.part.report) : { title: 'No such deal' }
}

export default async function DealPage({ params }: Props) {
  const shown = await getDealPage((await params).slug)
  return shown ? (
    <DealView {...shown} />
  ) : (
    <NotHere>
      <DealNotFound />
    </NotHere>
  )
}
