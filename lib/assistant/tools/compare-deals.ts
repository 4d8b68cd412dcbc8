import { z } from 'zod'
import { compareHref } from '../../addresses/compare-address.ts'
import { loadTables } from '../../library/index.ts'
import type { Stratification, Unit } from '../../report.ts'
import {
  answerCompare,
  type CompareAnswer,
  loadComparison,
  mostCompared,
  readCompareQuery,
} from '../../server/compare-answer.ts'
import { candidatesSchema, chooseDeal, dealInput } from '../choose-deal.ts'
import { type CheckStatus, figureSchema, newFigure, sourcesOf } from '../figure.ts'
import { statusOfTables } from '../table-status.ts'
import { type Desk, newTool } from '../tool.ts'

const measures = ['balancePct', 'countPct', 'loanCount', 'balanceCents'] as const
const unitOf: Record<(typeof measures)[number], Unit> = {
  balancePct: 'percent',
  countPct: 'percent',
  loanCount: 'count',
  balanceCents: 'cents',
}

const answerSchema = z.object({
  url: z.string(),
  dimension: z.string(),
  deals: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      loanGroup: z.string().nullable(),
      filing: z.string(),
      table: z.string(),
      check: figureSchema.shape.check,
    }),
  ),
  rows: z.array(
    z.object({
      label: z.string(),
      values: z
        .array(figureSchema.nullable())
        .describe('One for each deal, in their order; null where it tells nothing.'),
      aboveBase: z
        .array(figureSchema.nullable())
        .describe('How far each lies above the base, proven; none without a base.'),
    }),
  ),
  notCompared: z.array(z.object({ slug: z.string(), reason: z.string() })),
})

export const compareDealsTool = newTool({
  name: 'compare_deals',
  title: 'Compare deals',
  description:
    'Two to eight deals side by side in one dimension, at edges that all of them print, or at edges of your own, where a deal that does not print them is held between its least and its most.',
  input: z.object({
    deals: z
      .array(dealInput)
      .min(2)
      .max(mostCompared)
      .describe('A slug may name a loan group: slug~loan-group-1.'),
    dimension: z.string().min(1).max(80),
    measure: z.enum(measures).optional().describe('The share of balance unless told.'),
    edges: z.string().max(200).optional().describe('`60, 70, 80, 90`; else those that all print.'),
    rows: z.enum(['between', 'above']).optional(),
    base: dealInput.optional().describe('Differences are from this one of the deals.'),
  }),
  output: z.object({ answer: answerSchema.nullable(), candidates: candidatesSchema }),
  run: async (desk, { deals, base, ...asked }) => {
    const refs: string[] = []
    for (const named of deals) {
      const [name = '', group] = named.split('~')
      const chosen = await chooseDeal(desk, name)
      if ('problem' in chosen) return chosen
      if ('candidates' in chosen) return { answer: null, candidates: chosen.candidates }
      refs.push(group === undefined ? chosen.deal.slug : `${chosen.deal.slug}~${group}`)
    }
    const baseAt = base === undefined ? -1 : deals.indexOf(base)
    if (base !== undefined && baseAt < 0)
      return { problem: 'The base must be one of the deals, named the same way.' }
    const address = { deals: refs, base: refs[baseAt], ...asked }
    const href = compareHref(address)
    const query = readCompareQuery(new URL(href, desk.origin).searchParams)
    if ('code' in query) return { problem: sayRefusal(query.code, query.detail) }
    const found = await loadComparison(desk.library, query)
    const answer = 'code' in found ? found : answerCompare(found)
    if ('code' in answer) return { problem: sayRefusal(answer.code, answer.detail) }
    return { answer: await tellComparison(desk, answer, `${desk.origin}${href}`, baseAt), candidates: [] }
  },
})

function sayRefusal(code: string, detail: string): string {
  if (code === 'edge-is-not-understood') return 'The edges are not understood: write them as 60, 70, 80, 90.'
  if (code === 'deals-are-too-few-or-many') return `Name two to ${mostCompared} different deals.`
  if (code === 'loan-group-is-unknown') return `The deal’s filing has no such loan group: ${detail}.`
  if (code === 'pool-is-too-long') return `The tables of this deal are too long to be compared: ${detail}.`
  return `This is not understood: ${detail}.`
}

async function tellComparison(
  desk: Desk,
  { dimension, measure, deals, rows, notCompared }: CompareAnswer,
  url: string,
  baseAt: number,
): Promise<z.infer<typeof answerSchema>> {
  const unit = unitOf[measure]
  const tables = await Promise.all(deals.map(deal => findCompared(desk, deal)))
  const checks = await Promise.all(deals.map(deal => statusOfCompared(desk, deal)))
  return {
    url,
    dimension,
    deals: deals.map(({ slug, name, loanGroup, filing, stratification }, order) => ({
      slug,
      name,
      loanGroup,
      filing,
      table: stratification,
      check: checks[order] ?? 'unchecked',
    })),
    rows: rows.map(({ label, values, differences }) => {
      const figures = values.map((value, order) => {
        const deal = deals[order]
        if (value === null || deal === undefined) return null
        const { low, high, printed, open } = value
        return newFigure({
          unit,
          value: null,
          between: [low, high],
          // A share is worked out from the sums that rows print, and finer than the one beside them.
          known: low < high ? 'bounded' : printed === null || unit === 'percent' ? 'computed' : 'printed',
          check: checks[order] ?? 'unchecked',
          sources: placesOf(tables[order] ?? [], printed === null ? open : [printed]).map(
            sourcesOf(desk.origin, deal.slug, deal.filing),
          ),
        })
      })
      const base = figures[baseAt]
      const aboveBase = differences.map((bound, order) => {
        const own = figures[order]
        if (bound === null || !own || !base) return null
        return newFigure({
          unit,
          value: null,
          between: [bound.low, bound.high],
          known: bound.low < bound.high ? 'bounded' : 'computed',
          check: worseOf(own.check, base.check),
          sources: order === baseAt ? own.sources : [...own.sources, ...base.sources],
        })
      })
      return { label, values: figures, aboveBase }
    }),
    notCompared: notCompared.map(({ slug, reason }) => ({ slug, reason })),
  }
}

/** A difference is no better than the worse of the two that it is between. */
function worseOf(one: CheckStatus, other: CheckStatus): CheckStatus {
  const both = [one, other]
  return (['fails', 'unchecked'] as const).find(status => both.includes(status)) ?? 'passes'
}

type ComparedTable = { loanGroup: string | null; table: Stratification }

/** The table of a deal, or those of the loan groups that it is added up over. */
async function findCompared(
  { library }: Desk,
  { filing, stratification, summedOver }: CompareAnswer['deals'][number],
): Promise<ComparedTable[]> {
  const loaded = await loadTables(library, filing)
  if (loaded === null || loaded === 'pool-is-too-long') return []
  const asked = summedOver.length > 0 ? summedOver : [{ loanGroup: null, stratification }]
  return asked.flatMap(one => {
    const table = loaded.tables.find(({ id }) => id === one.stratification)
    return table ? [{ loanGroup: one.loanGroup, table }] : []
  })
}

async function statusOfCompared(
  { library }: Desk,
  { filing, stratification, summedOver, addsUp }: CompareAnswer['deals'][number],
): Promise<CheckStatus> {
  const tables = summedOver.length > 0 ? summedOver.map(one => one.stratification) : [stratification]
  return addsUp ? await statusOfTables(library, filing, tables) : 'fails'
}

/** Where rows are printed, which several tables tell apart by their loan group; of a value that no single row gives, the tables. */
function placesOf(tables: readonly ComparedTable[], labels: readonly string[]) {
  const rows = tables.flatMap(({ loanGroup, table }) =>
    table.buckets
      .filter(({ label }) => labels.includes(loanGroup === null ? label : `${loanGroup}: ${label}`))
      .map(({ at }) => at),
  )
  return rows.length > 0 ? rows : tables.map(({ table }) => table.at)
}
