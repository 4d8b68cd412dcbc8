import { z } from 'zod'
import type { DealRecord } from '../library/index.ts'
import { findCurrentDeal } from '../server/current-deal.ts'
import { findDealFiling } from '../server/deal-answers.ts'
import type { Desk, ToolProblem } from './tool.ts'

const mostCandidates = 10

export const candidateSchema = z.object({
  slug: z.string(),
  name: z.string(),
  url: z.string(),
  series: z.string().nullable(),
  signedOn: z.string().nullable(),
})
export type Candidate = z.infer<typeof candidateSchema>

/** Every answer about one deal: the deal's, or the deals that a name fits, none of which is taken for it. */
export const candidatesSchema = z
  .array(candidateSchema)
  .describe('Where the name fits several deals: those. Ask the user, then ask again by slug.')

export const dealInput = z
  .string()
  .min(1)
  .max(200)
  .describe('The deal’s slug, as find_deals gives it, or words of its name where they fit one deal only.')
export const filingInput = z
  .string()
  .min(8)
  .max(64)
  .optional()
  .describe(
    'SHA-256 of one of the deal’s filings, or its first 8 digits or more; else the one that its page shows.',
  )

export type Chosen = { deal: DealRecord; sha256: string }

/** The deal that is meant and one of its filings; the deals that it may be where a name fits several; or why there is none. */
export async function chooseDeal(
  { library, origin }: Desk,
  named: string,
  filing?: string,
): Promise<Chosen | { candidates: Candidate[] } | ToolProblem> {
  const slug = (await findCurrentDeal(library, named)) ? named : await slugOf({ library, origin }, named)
  if (typeof slug !== 'string') return slug
  const found = await findDealFiling(library, slug, filing ?? null)
  if (found === 'deal-is-unknown')
    return { problem: `There is no deal “${named}”. Look for it with find_deals.` }
  if (found === 'filing-is-unknown')
    return { problem: `The deal has no filing ${filing}. get_deal lists its filings with their SHA-256.` }
  return found
}

/** Words that fit one deal mean it, as does the whole name of one. */
async function slugOf(
  { library, origin }: Desk,
  named: string,
): Promise<string | { candidates: Candidate[] } | ToolProblem> {
  const { deals } = await library.findDeals({ q: named, limit: mostCandidates })
  const [first] = deals
  if (first === undefined)
    return { problem: `No deal is called “${named}”. Look for it with find_deals and fewer words.` }
  const whole = deals.filter(({ name }) => name.toLowerCase() === named.trim().toLowerCase())
  const meant = deals.length === 1 ? first : whole.length === 1 ? whole[0] : undefined
  if (meant) return meant.slug
  return {
    candidates: deals.map(({ slug, name, url, series, signedOn }) => ({
      slug,
      name,
      url: `${origin}${url}`,
      series,
      signedOn,
    })),
  }
}
