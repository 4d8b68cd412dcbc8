import type { ReactNode } from 'react'
import { getDeal } from '@/app/asked-library.ts'
import { NoSuchPart } from '@/components/deal/no-such-part.tsx'
import { DeletedDeal } from '@/components/library/deleted-deals.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import DealNotFound from './not-found.tsx'

/**
 * What stands at an address of a deal where nothing is, with status 404: of a deleted deal the way to bring it back, of
 * one that is here the way to it.
 */
export async function nothingHere(slug: string): Promise<ReactNode> {
  const deal = await getDeal(slug)
  if (deal) return <NoSuchPart deal={deal} />
  const binned = await (await getLibrary()).findInBin(slug)
  if (binned?.isWhole) return <DeletedDeal deal={binned} />
  return (
    <NotHere>
      <DealNotFound />
    </NotHere>
  )
}
