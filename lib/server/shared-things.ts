import type { Thing } from '../access/opened-by-link.ts'
import { getLibrary } from '../library/index.ts'
import { splitForm } from './deal-answers.ts'

/** What calls are to look at, for links that open it. */

type In<P> = { params: Promise<P> }

/** A call of a deal; its slug may have the ending of a file. */
export async function ofDeal(_request: Request, { params }: In<{ slug: string }>): Promise<Thing> {
  return { deal: splitForm((await params).slug).name }
}

/** A call of a filing, which belongs to the deal that it is one of. */
export async function ofFiling(_request: Request, { params }: In<{ sha256: string }>): Promise<Thing> {
  const found = await (await getLibrary()).findFiling((await params).sha256)
  return { deal: found?.slug ?? '' }
}

export function ofComparison(request: Request): Thing {
  return { comparison: new URL(request.url).searchParams }
}

export function ofSearch(request: Request): Thing {
  return { search: new URL(request.url).searchParams }
}
