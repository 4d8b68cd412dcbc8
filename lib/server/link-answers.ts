import { z } from 'zod'
import { readThing } from '../access/opened-by-link.ts'
import { printPoolRef, readPoolRefs } from '../addresses/compare-address.ts'
import { actSchema, type Library, sharedLinkSchema } from '../library/index.ts'
import { localAddress } from './page-address.ts'

/** Days that a link may open something; none for one that opens it until it is withdrawn. */
export const linkDays = [1, 7, 30, 365] as const

/** What is to be shared, as the address of its page, and for how many days; without any, until it is withdrawn. */
export const newLinkSchema = z.object({
  address: z.string().max(4000),
  days: z.union([z.literal(''), z.coerce.number().int().min(1).max(3650)]).optional(),
})

export const linksAnswerSchema = z.object({ links: z.array(sharedLinkSchema) })
export const linkMadeSchema = z.object({
  link: sharedLinkSchema,
  /** What to send; it is told this once. */
  url: z.string(),
})
export const linkWithdrawnSchema = z.object({ link: sharedLinkSchema })
/** Whose sessions are ended, as the log calls them. */
export const endedPersonSchema = z.object({ who: z.string().min(1).max(300) })
export const sessionsEndedSchema = z.object({ who: z.string(), endedAt: z.string() })
export const logAnswerSchema = z.object({
  acts: z.array(actSchema),
  /** Hand this back as `before` for those that follow; null at the end. */
  next: z.string().nullable(),
})

/** What can be shared at an address, with its name; null for any other address, and for a deal that is not there. */
export async function nameShared(
  library: Library,
  address: string,
): Promise<{ address: string; kind: 'deal' | 'comparison' | 'search'; name: string } | null> {
  const own = localAddress(address)
  const thing = readThing(own)
  if (thing === null || (own === '/' && address !== '/')) return null
  if ('deal' in thing) {
    const deal = await library.findDeal(thing.deal)
    return deal && { address: `/deals/${deal.slug}`, kind: 'deal', name: deal.name }
  }
  if ('comparison' in thing) {
    const refs = readPoolRefs(
      new URLSearchParams([...thing.comparison].map(pair => [...pair])).getAll('deals'),
    )
    const deals = await Promise.all(refs.map(({ slug }) => library.findDeal(slug)))
    if (deals.some(deal => deal === null)) return null
    const names = deals.map(
      (deal, order) => deal?.name ?? printPoolRef(refs[order] ?? { slug: '', group: null }),
    )
    return { address: own, kind: 'comparison', name: names.join(' and ') }
  }
  const words = [...thing.search].map(([name, value]) => (name === 'q' ? `“${value}”` : `${name} ${value}`))
  return { address: own, kind: 'search', name: words.join(', ') || 'all deals' }
}

/** So many acts stand on a page of the log. */
export const actsAPage = 100
