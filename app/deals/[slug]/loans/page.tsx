import type { Metadata } from 'next'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { readNumber } from '@/app/asked-library.ts'
import { LoansView, loansOnPage } from '@/components/loans/loans-view.tsx'
import { askLoans } from '@/lib/server/loans-query.ts'
import { type AddressQuery, onlyValue, readAddressQuery } from '@/lib/server/repeated-values.ts'
import { nothingHere } from '../nothing-here.tsx'
import { getTape, noLoansHere } from './asked-loans.tsx'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<AddressQuery> }

/** Drawn for each request: loans may be asked for in any way. */
export const dynamic = 'force-dynamic'

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const [{ slug }, query] = await Promise.all([props.params, props.searchParams])
  const found = await getTape(slug, onlyValue(readAddressQuery(query), 'filing'))
  if (!found || 'none' in found.tape) return { title: 'No loans to show' }
  return { title: `Loans · ${found.deal.name}`, robots: { index: false } }
})

/** The loans of a filing, sorted, filtered and with the columns that are asked for. */
export default admitting(ofDealPage, async function LoansPage(props: Props) {
  const [{ slug }, given] = await Promise.all([props.params, props.searchParams])
  const query = readAddressQuery(given)
  const filing = onlyValue(query, 'filing')
  const found = await getTape(slug, filing)
  if (!found || 'none' in found.tape) return await noLoansHere(slug, filing)
  const { sha256, loans } = found.tape
  const asked = askLoans(query, loans)
  const page = readNumber(onlyValue(query, 'page') ?? '1')
  if (page === null || page > Math.max(1, Math.ceil(asked.found.length / loansOnPage)))
    return await nothingHere(slug)
  return <LoansView deal={found.deal} {...{ sha256, asked, query, page }} />
})
