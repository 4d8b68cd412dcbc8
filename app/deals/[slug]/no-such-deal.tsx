import type { ReactNode } from 'react'
import { DeletedDeal } from '@/components/library/deleted-deals.tsx'
import { NotHere } from '@/components/shell/not-here.tsx'
import { getLibrary } from '@/lib/library/index.ts'
import DealNotFound from './not-found.tsx'

/** What stands at an address of a deal where nothing is, with status 404: of a deleted deal the way to bring it back. */
export async function noSuchDeal(slug: string): Promise<ReactNode> {
  const binned = await (await getLibrary()).findInBin(slug)
  if (binned?.isWhole) return <DeletedDeal deal={binned} />
  return (
    <NotHere>
      <DealNotFound />
    </NotHere>
  )
}
