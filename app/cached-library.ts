import { unstable_cache } from 'next/cache'
import { cache } from 'react'
import { getLibrary, libraryFolder } from '@/lib/library/index.ts'

/**
 * What cached pages read of the library. A page that reads through here carries the tag of its deal, and is drawn anew
 * once a filing joins that deal (the upload route revalidates the tag).
 *
 * Only the deal's record goes through Next's cache, for its tag; reports are too large for it (2 MB) and never change,
 * so they come straight from the library. Folders of libraries are part of the key: a build may serve another one.
 */
export function dealTag(slug: string): string {
  return `deal:${slug}`
}

/** The tag of everything that lists deals. */
export const libraryTag = 'library'

/** A deal with its filings, or null for an unknown slug; later uploads of such a deal revalidate the null too. */
export const getDeal = cache((slug: string) =>
  unstable_cache(async () => (await getLibrary()).findDeal(slug), ['deal', libraryFolder(), slug], {
    tags: [dealTag(slug)],
  })(),
)

/** A filing's report, read once for all who ask during one request. */
export const getReport = cache(async (sha256: string) => (await getLibrary()).findReport(sha256))

/** What a deal's page shows: the deal and the report of its chosen filing; null for an unknown slug. */
export const getDealPage = cache(async (slug: string) => {
  const deal = await getDeal(slug)
  const report = deal && (await getReport(deal.chosen))
  return deal && report ? { deal, report } : null
})
