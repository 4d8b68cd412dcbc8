import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal, getPart, readNumber } from '@/app/asked-library.ts'
import { SideBySideView } from '@/components/deal/side-by-side-view.tsx'
import { groupsHref } from '@/lib/addresses/place-address.ts'
import { nothingHere } from '../../nothing-here.tsx'
import { pickFiling } from '../../source/pick-filing.ts'

type Props = { params: Promise<{ slug: string; filing?: string[] }> }

/** Drawn for each request that reaches it; kept pages of deals never do (lib/server/site-pages.ts). */
export const dynamic = 'force-dynamic'

/**
 * The loan groups of a filing side by side, of a part of it by number.
 *
 * > groups    groups/0c1d2e3f4a5b    groups/0c1d2e3f4a5b/2
 */
const findGroups = cache(async (slug: string, prefix?: string, which = '1') => {
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, prefix)
  const number = readNumber(which)
  const part = sha256 && number !== null ? await getPart(sha256, number) : null
  return deal && part ? { deal, part } : null
})

async function findAsked({ params }: Props) {
  const { slug, filing = [] } = await params
  const [prefix, which] = filing
  return filing.length > 2 ? null : await findGroups(slug, prefix, which)
}

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const found = await findAsked(props)
  if (!found) return { title: 'No such filing' }
  const { deal, part } = found
  return {
    title: `${deal.name}, loan groups side by side`,
    description: 'Every table that several loan groups print, their rows aligned.',
    alternates: { canonical: groupsHref(deal, part.report.file.sha256, part.number) },
  }
})

export default admitting(ofDealPage, async function GroupsPage(props: Props) {
  const found = await findAsked(props)
  return found ? <SideBySideView {...found} /> : await nothingHere((await props.params).slug)
})
