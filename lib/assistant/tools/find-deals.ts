import { z } from 'zod'
import { type FoundDeal, findDealsQuerySchema, readDealsQuery, sortKeys } from '../../library/index.ts'
import { candidateSchema } from '../choose-deal.ts'
import { poolAnswer, poolSchema } from '../pool-figures.ts'
import { type Desk, newTool } from '../tool.ts'

const mostDeals = 25
const usualDeals = 10

/** Deals by words, by what the library lists them by, and by figures with three answers. */
export const findDealsTool = newTool({
  name: 'find_deals',
  title: 'Find deals',
  description:
    'Search the library of mortgage-backed deals by words (names, parties, series, states) and by figures. A figure that a filing only bounds matches certainly or possibly; deals that do not report it are counted as unknown.',
  input: z.object({
    words: findDealsQuerySchema.shape.q.describe(
      'Each word must begin a word of the deal’s names, parties, series, states or dates.',
    ),
    figures: z
      .record(z.string().max(80), z.string().max(80))
      .optional()
      .describe(
        'Limits by figure: {"waltv__gte":"70","state.CA__gt":"50","original-ltv.above.80__between":"10,20","balance__lte":"225m"}.',
      ),
    shelf: findDealsQuerySchema.shape.shelf,
    year: findDealsQuerySchema.shape.year.describe('`2002`, or `2002-2003`.'),
    trustee: findDealsQuerySchema.shape.trustee,
    masterServicer: findDealsQuerySchema.shape.servicer,
    only: findDealsQuerySchema.shape.only,
    sort: z
      .enum([...sortKeys, ...sortKeys.map(key => `-${key}` as const)])
      .optional()
      .describe('A leading - puts the largest or latest first.'),
    limit: z.int().min(1).max(mostDeals).optional().describe(`${usualDeals} unless told.`),
    cursor: findDealsQuerySchema.shape.cursor.describe('`next` of the answer before.'),
  }),
  output: z.object({
    counts: z.object({
      certain: z.int(),
      possible: z.int(),
      unknown: z.int().describe('Deals whose filings do not report a figure that is asked for.'),
    }),
    deals: z.array(
      candidateSchema.extend({
        match: z.enum(['certain', 'possible', 'unknown']),
        filings: z.int(),
        tables: z.int(),
        pool: poolSchema.nullable(),
      }),
    ),
    next: z.string().nullable().describe('Cursor of the deals that follow.'),
  }),
  run: async (desk, { words, figures = {}, masterServicer, limit = usualDeals, ...others }) => {
    const odd = Object.keys(figures).find(name => !/^has$|__/.test(name))
    if (odd !== undefined)
      return {
        problem: `“${odd}” is no limit of a figure. Write it as waltv__gte, state.CA__gt or original-ltv.above.80__between.`,
      }
    const plain = { ...others, q: words, servicer: masterServicer, limit: String(limit) }
    const asked = [...Object.entries(plain), ...Object.entries(figures)]
    const { query, problems } = readDealsQuery(
      asked.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
    )
    if (problems.length > 0) return { problem: problems.map(({ problem }) => problem).join(' ') }
    const found = await desk.library.findDeals(query)
    const deals = []
    for (const deal of found.deals) deals.push(await dealAnswer(desk, deal))
    return { counts: found.counts, deals, next: found.next }
  },
})

async function dealAnswer({ library, origin }: Desk, deal: FoundDeal) {
  const { slug, name, url, series, signedOn, match, filings, stratifications } = deal
  const record = await library.findDeal(slug)
  const part = record && (await library.findReportPart(record.chosen, { number: 1 }))
  const [whole] = part?.report.pool ?? []
  return {
    slug,
    name,
    url: `${origin}${url}`,
    series,
    signedOn,
    match,
    filings,
    tables: stratifications,
    pool: part && whole ? poolAnswer({ origin, slug, report: part.report }, whole) : null,
  }
}
