import type { Metadata } from 'next'
import { cache } from 'react'
import { admitting, ofDealPage, titling } from '@/app/admitted.tsx'
import { readNumber } from '@/app/asked-library.ts'
import { LoanView } from '@/components/loans/loan-view.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { findOneLoan, propertiesOnPage } from '@/lib/server/one-loan.ts'
import { type AddressQuery, onlyValue, readAddressQuery } from '@/lib/server/repeated-values.ts'
import { nothingHere } from '../../nothing-here.tsx'
import { getTape, noLoansHere } from '../asked-loans.tsx'

type Props = { params: Promise<{ slug: string; number: string }>; searchParams: Promise<AddressQuery> }

/** Drawn for each request: there may be a hundred thousand. */
export const dynamic = 'force-dynamic'

const findLoan = cache(async (slug: string, number: string, asked: string) => {
  const query = new URLSearchParams(asked)
  const found = await getTape(slug, onlyValue(query, 'filing'))
  if (!found || 'none' in found.tape) return null
  const { sha256, loans } = found.tape
  const line = onlyValue(query, 'line')
  const page = readNumber(onlyValue(query, 'page') ?? '') ?? 1
  const loan = await findOneLoan(await getLibrary(), sha256, loans, {
    number: decoded(number),
    line: line === null ? null : readNumber(line),
    properties: { from: Math.max(0, page - 1) * propertiesOnPage, count: propertiesOnPage },
  })
  return { deal: found.deal, sha256, loan }
})

async function findAsked({ params, searchParams }: Props) {
  const [{ slug, number }, given] = await Promise.all([params, searchParams])
  return await findLoan(slug, number, readAddressQuery(given).toString())
}

export const generateMetadata = titling(ofDealPage, async (props: Props): Promise<Metadata> => {
  const found = await findAsked(props)
  if (!found?.loan) return { title: 'No such loan' }
  return { title: `${found.loan.title} · ${found.deal.name}`, robots: { index: false } }
})

/** One loan of a filing. */
export default admitting(ofDealPage, async function LoanPage(props: Props) {
  const found = await findAsked(props)
  const [{ slug }, given] = await Promise.all([props.params, props.searchParams])
  if (!found) return await noLoansHere(slug, onlyValue(readAddressQuery(given), 'filing'))
  const { deal, sha256, loan } = found
  return loan ? <LoanView {...{ deal, sha256, loan }} /> : await nothingHere(slug)
})

/** Next gives what stands in a path as it is written there. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
