import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { type AskedFiling, getDeal, getListPage, readNumber } from '@/app/asked-library.ts'
import { FilingsPage, filingsAPage } from '@/components/deal/filings-page.tsx'
import { ListView, titleList } from '@/components/deal/list-view.tsx'
import { filingHref, listHref } from '@/lib/addresses/place-address.ts'
import { formatCount } from '@/lib/format/index.ts'
import { nothingHere } from '../../nothing-here.tsx'

type Props = { params: Promise<AskedFiling & { which: string[] }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

/** The list that an address names, and which of its pages: its last part where that is a number. */
function readList(which: string[]): { list: string; number: number } {
  const number = readNumber(which.at(-1) ?? '')
  return number === null
    ? { list: which.join('/'), number: 1 }
    : { list: which.slice(0, -1).join('/'), number }
}

/** A page of the deal's filings, or of a list of its chosen filing's report. */
const findShown = cache(async (slug: string, filing: string | undefined, list: string, number: number) => {
  if (list !== 'filings') return await getListPage({ slug, filing }, list, number)
  const deal = await getDeal(slug)
  return deal && number <= Math.ceil(deal.filings.length / filingsAPage) ? { deal, part: null } : null
})

export const generateMetadata = titling(ofDealPage, async ({ params }: Props): Promise<Metadata> => {
  const { slug, filing, which } = await params
  const { list, number } = readList(which)
  const shown = await findShown(slug, filing, list, number)
  if (!shown) return { title: 'No such list' }
  const home = shown.part ? filingHref(shown.deal, shown.part.report.file.sha256) : shown.deal.url
  const title = shown.part ? titleList(shown.part.report, list) : 'Filings'
  return {
    title: `${title} of ${shown.deal.name}${number > 1 ? `, page ${formatCount(number)}` : ''}`,
    alternates: { canonical: listHref(home, list, number) },
  }
})

/** A list that is too long for the deal's page, some entries at a time. */
export default admitting(ofDealPage, async function ListsPage({ params }: Props) {
  const { slug, filing, which } = await params
  const { list, number } = readList(which)
  const shown = list.startsWith('table/') ? null : await findShown(slug, filing, list, number)
  if (!shown) return await nothingHere(slug)
  const { deal, part } = shown
  return part ? <ListView deal={deal} part={part} /> : <FilingsPage deal={deal} page={number} />
})
