import { z } from 'zod'
import { dealHref } from '../../addresses/place-address.ts'
import type { ReportPart } from '../../library/index.ts'
import type { Deal, FilingReport } from '../../report.ts'
import { sayCheck } from '../../words/say-check.ts'
import { type Chosen, candidatesSchema, chooseDeal, dealInput, filingInput } from '../choose-deal.ts'
import { type AssistantSource, sourceSchema, sourcesOf } from '../figure.ts'
import { poolAnswer, poolSchema } from '../pool-figures.ts'
import { type Desk, newTool } from '../tool.ts'

/** What an assistant reads at once: a filing with more tables has the rest left out, and says how many. */
const mostTables = 200
const mostFailing = 50
const mostIssues = 50

const printedSchema = z.object({ value: z.string(), source: sourceSchema })

/** What the cover says, as far as it is one printed text each. */
const facts = [
  'depositor',
  'trust',
  'series',
  'sponsor',
  'seller',
  'masterServicer',
  'trustee',
  'formType',
  'cutOffDate',
  'agreementDate',
  'eventDate',
  'signedOn',
] as const satisfies readonly (keyof Deal)[]

const answerSchema = z.object({
  slug: z.string(),
  name: z.string(),
  url: z.string(),
  filing: z.string().describe('SHA-256 of the filing that all of this is read from.'),
  filings: z.array(
    z.object({
      sha256: z.string(),
      name: z.string(),
      form: z.string().nullable(),
      signedOn: z.string().nullable(),
      tables: z.int(),
    }),
  ),
  facts: z
    .partialRecord(z.enum(facts), printedSchema)
    .describe('What is missing is not given in this filing.'),
  pools: z.array(poolSchema).describe('The whole pool first, then its loan groups.'),
  tables: z.array(
    z.object({
      id: z.string(),
      dimension: z
        .string()
        .nullable()
        .describe('What the table splits the pool by: original-ltv, state, mortgage-rate …'),
      title: z.string(),
      loanGroup: z.string().nullable(),
      rows: z.int(),
      failing: z.int().describe('Checks of this table that fail.'),
      source: sourceSchema,
    }),
  ),
  tablesLeftOut: z.int(),
  failing: z
    .array(z.object({ table: z.string().nullable(), says: z.string(), source: sourceSchema }))
    .describe('Figures of the filing that contradict each other, in words.'),
  issues: z.array(z.string()).describe('What could not be read, in words.'),
  noTables: z.string().nullable().describe('Why the filing shows no table, where it shows none.'),
})

export const getDealTool = newTool({
  name: 'get_deal',
  title: 'Get a deal',
  description:
    'Everything about one deal: its filings, parties and dates, the figures of its pool and loan groups with the places that print them, its tables, and whatever in the filing does not add up.',
  input: z.object({ deal: dealInput, filing: filingInput }),
  output: z.object({ answer: answerSchema.nullable(), candidates: candidatesSchema }),
  run: async (desk, { deal, filing }) => {
    const chosen = await chooseDeal(desk, deal, filing)
    if ('problem' in chosen) return chosen
    if ('candidates' in chosen) return { answer: null, candidates: chosen.candidates }
    return { answer: await answerDeal(desk, chosen), candidates: [] }
  },
})

async function answerDeal(
  { library, origin }: Desk,
  { deal, sha256 }: Chosen,
): Promise<z.infer<typeof answerSchema> | null> {
  const { slug } = deal
  const sourceOf = sourcesOf(origin, slug, sha256)
  const parts: ReportPart[] = []
  let count = 1
  for (let number = 1; number <= count; number++) {
    const part = await library.findReportPart(sha256, { number })
    if (part === null) break
    parts.push(part)
    count = part.count
  }
  const [first] = parts
  if (first === undefined) return null
  const tables = parts.flatMap(part =>
    part.report.stratifications.map(table => listTable(part, table, sourceOf)),
  )
  return {
    slug,
    name: deal.name,
    url: `${origin}${dealHref(slug, sha256 === deal.chosen ? null : sha256)}`,
    filing: sha256,
    filings: deal.filings.map(({ sha256: own, name, formType, signedOn, stratifications }) => ({
      sha256: own,
      name,
      form: formType,
      signedOn,
      tables: stratifications,
    })),
    facts: Object.fromEntries(
      facts.flatMap(name => {
        const printed = first.report.deal[name]
        return printed === null ? [] : [[name, { value: printed.value, source: sourceOf(printed.at) }]]
      }),
    ),
    pools: first.report.pool.map(pool => poolAnswer({ origin, slug, report: first.report }, pool)),
    tables: tables.slice(0, mostTables),
    tablesLeftOut: Math.max(0, tables.length - mostTables),
    failing: parts.flatMap(({ report }) => listFailing(report, sourceOf)).slice(0, mostFailing),
    issues: [...new Set(parts.flatMap(({ report }) => report.issues.map(({ message }) => message)))].slice(
      0,
      mostIssues,
    ),
    noTables: first.report.noStratifications?.message ?? null,
  }
}

type SourceOf = (at: FilingReport['checks'][number]['at']) => AssistantSource

function listTable(
  { report, counts }: ReportPart,
  table: FilingReport['stratifications'][number],
  sourceOf: SourceOf,
) {
  const { id, dimension, title, loanGroup, buckets, cut, at } = table
  const failing = report.checks.filter(
    ({ stratification, outcome }) => stratification === id && outcome === 'fail',
  )
  const long = counts.longTables.find(one => one.id === id)
  return {
    id,
    dimension,
    title,
    loanGroup,
    rows: cut?.rows ?? buckets.length,
    failing: long?.checks.failed ?? failing.length,
    source: sourceOf(at),
  }
}

function listFailing(report: FilingReport, sourceOf: SourceOf) {
  return report.checks
    .filter(({ outcome }) => outcome === 'fail')
    .map(check => ({
      table: check.stratification,
      says: sayCheck(report, check, { row: check.bucket ?? 'total', measure: check.measure ?? '' }),
      source: sourceOf(check.at),
    }))
}
