import { cache } from 'react'
import { getLibrary } from '@/lib/library/index.ts'

/**
 * What pages read of the library, once for all who ask during one request. Nothing is kept from one request to the next:
 * whole pages are (lib/server/site-pages.ts), for as long as what they were drawn from stays the same.
 */

/** A deal with its filings, or null for an unknown slug. */
export const getDeal = cache(async (slug: string) => (await getLibrary()).findDeal(slug))

/** A page of a filing's report, by its number from 1: of the deal's own, or of one of its lists. */
export const getPart = cache(async (sha256: string, number: number, list = '') =>
  (await getLibrary()).findReportPart(sha256, { number, list }),
)

/** What a deal's page shows: the deal and a part of its chosen filing's report; null for an unknown slug or part. */
export const getDealPage = cache(async (slug: string, number = 1) => {
  const deal = await getDeal(slug)
  const part = deal && (await getPart(deal.chosen, number))
  return deal && part ? { deal, part } : null
})

/** The same of a page of one of the deal's lists, `table/<id>` the rows of a table among them. */
export const getListPage = cache(async (slug: string, list: string, number: number) => {
  const deal = await getDeal(slug)
  const part = deal && (await getPart(deal.chosen, number, list))
  return deal && part ? { deal, part } : null
})

/** A number as addresses count parts and pages, from 1 without leading zeros; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
