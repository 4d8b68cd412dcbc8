import type { DealRecord, Library } from '../library/index.ts'

/**
 * A deal as the present reader gives it, or null for an unknown slug: what another reader left of it is read again first,
 * before the library's own turn comes to it.
 */
export async function findCurrentDeal(
  library: Pick<Library, 'bringUpToDate' | 'findDeal'>,
  slug: string,
): Promise<DealRecord | null> {
  await library.bringUpToDate(slug)
  return await library.findDeal(slug)
}
