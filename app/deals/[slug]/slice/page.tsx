import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { getDeal } from '@/app/asked-library.ts'
import { NoLoans } from '@/components/slice/no-loans.tsx'
import { SliceView } from '@/components/slice/slice-view.tsx'
import { sliceHref } from '@/lib/addresses/slice-address.ts'
import { getLibrary } from '@/lib/library/index.ts'
import { type AddressQuery, onlyValue, readAddressQuery } from '@/lib/server/repeated-values.ts'
import { loadSlice } from '@/lib/server/slice-answer.ts'
import { parametersOfSlice, stateOfSlice } from '@/lib/server/slice-parameters.ts'
import { nothingHere } from '../nothing-here.tsx'
import { pickFiling } from '../source/pick-filing.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<AddressQuery> }

/** Drawn for each request: any loans may be asked for. */
export const dynamic = 'force-dynamic'

const load = cache(async (slug: string, query: string) => {
  const given = new URLSearchParams(query)
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, onlyValue(given, 'filing') ?? undefined)
  if (!deal || !sha256) return null
  const library = await getLibrary()
  const [loaded, part] = await Promise.all([
    loadSlice(library, sha256, given),
    library.findReportPart(sha256, { number: 1 }),
  ])
  return { deal, sha256, loaded, report: part?.report ?? null, given }
})

async function findAsked({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams])
  return await load(slug, readAddressQuery(query).toString())
}

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const found = await findAsked(props)
  return { title: found ? `Loans of ${found.deal.name}` : 'No such deal', robots: { index: false } }
})

/** Some of the loans of a deal, sorted in every way. */
export default admitting(ofDealPage, async function SlicePage(props: Props) {
  const found = await findAsked(props)
  if (!found) return await nothingHere((await props.params).slug)
  const { deal, sha256, loaded, report, given } = found
  if (!loaded || !report) return <NoLoans deal={deal} sha256={sha256} />
  const isTyped = ['add', 'by'].some(name => onlyValue(given, name) !== null)
  // What was typed into the form has an address of its own as soon as it is understood.
  if (isTyped && loaded.asked.problems.length === 0)
    redirect(sliceHref(deal, sha256, parametersOfSlice(stateOfSlice(loaded))))
  return <SliceView deal={deal} report={report} loaded={loaded} typed={onlyValue(given, 'add') ?? ''} />
})
