import { cache } from 'react'
import { type DealRecord, getLibrary } from '@/lib/library/index.ts'
import { pickFiling } from './deals/[slug]/source/pick-filing.ts'

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

/** What a path names of a deal's filings: the chosen one, or another by how its SHA-256 begins. */
export type AskedFiling = { slug: string; filing?: string | undefined }

/**
 * What a deal's page shows: the deal and a part of the report of its chosen filing, or of the one asked for; null for an
 * unknown slug, filing or part.
 */
export function getDealPage(asked: AskedFiling, number = 1) {
  return getListPage(asked, '', number)
}

/** The same of a page of one of the filing's lists, `table/<id>` the rows of a table among them. */
export function getListPage({ slug, filing }: AskedFiling, list: string, number: number) {
  return findListPage(slug, filing, list, number)
}

const findListPage = cache(async (slug: string, filing: string | undefined, list: string, number: number) => {
  const deal = await getDeal(slug)
  const sha256 = deal && pickFiling(deal, filing)
  const part = sha256 ? await getPart(sha256, number, list) : null
  return deal && part ? { deal, part, tables: await tablesOf(deal) } : null
})

/** More filings than these are not told apart table by table. */
const mostFilings = 40

/** The ids of the tables of a deal's filings where it has several. */
async function tablesOf({ filings }: DealRecord): Promise<ReadonlyMap<string, readonly string[]>> {
  if (filings.length < 2) return new Map()
  return await (await getLibrary()).findTableIds(filings.slice(0, mostFilings).map(({ sha256 }) => sha256))
}

/** A number as addresses count parts and pages, from 1 without leading zeros; null for anything else. */
export function readNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
