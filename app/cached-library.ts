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

/** A part of a filing's report, by its number from 1; read once for all who ask during one request. */
export const getPart = cache(async (sha256: string, number: number) =>
  (await getLibrary()).findReportPart(sha256, { number }),
)

/** What a deal's page shows: the deal and a part of its chosen filing's report; null for an unknown slug or part. */
export const getDealPage = cache(async (slug: string, number = 1) => {
  const deal = await getDeal(slug)
  const part = deal && (await getPart(deal.chosen, number))
  return deal && part ? { deal, part } : null
})

/** A number as addresses count parts and pages, from 1 without leading zeros; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
