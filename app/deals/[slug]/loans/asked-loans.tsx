import { cache, type ReactNode } from 'react'
import { getDeal, getPart } from '@/app/asked-library.ts'
import { LoansNotHere } from '@/components/loans/loans-not-here.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import { findTape } from '@/lib/server/find-tape.ts'
import { nothingHere } from '../nothing-here.tsx'

/** The deal and the filing whose loans are asked for, or why there are none; null for an unknown deal. */
export const getTape = cache(async (slug: string, filing: string | null) => {
  const deal = await getDeal(slug)
  return deal && { deal, tape: await findTape(await getLibrary(), deal, filing) }
})

/** What stands at the address of loans that are not there: why their exhibit was not read, where that is so. */
export async function noLoansHere(slug: string, filing: string | null): Promise<ReactNode> {
  const found = await getTape(slug, filing)
  if (!found || !('none' in found.tape) || found.tape.sha256 === null) return await nothingHere(slug)
  const part = await getPart(found.tape.sha256, 1)
  const why = part?.report.issues.filter(
    ({ code }) => code === 'tape-is-not-read' || code === 'tape-holds-no-loans',
  )
  return <LoansNotHere deal={found.deal} why={why?.map(({ message }) => message) ?? []} />
}
