import type { Metadata } from 'next'
import { getDealPage, readNumber } from '@/app/asked-library.ts'
import { DealView } from '@/components/deal/deal-view.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { tablesHref } from '@/lib/evidence/place-address.ts'
import DealNotFound from '../../not-found.tsx'

type Props = { params: Promise<{ slug: string; part: string }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/kept-pages.ts). */
export const dynamic = 'force-dynamic'

/** The part from the second on; the first is the deal's own page. */
async function findShown({ params }: Props) {
  const { slug, part } = await params
  const number = readNumber(part) ?? 0
  return number > 1 ? await getDealPage(slug, number) : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const shown = await findShown(props)
  if (!shown) return { title: 'No such tables' }
  const { deal, part } = shown
  return {
    title: `Tables of ${deal.name}, part ${part.number} of ${part.count}`,
    alternates: { canonical: tablesHref(deal.slug, part.number) },
  }
}

/** The tables of a deal that its own page leaves out, a hundred at a time. */
export default async function TablesPage(props: Props) {
  const shown = await findShown(props)
  return shown ? (
    <DealView {...shown} />
  ) : (
    <NotHere>
      <DealNotFound />
    </NotHere>
  )
}
