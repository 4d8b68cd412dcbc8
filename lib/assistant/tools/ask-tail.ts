import { z } from 'zod'
import { askHref } from '../../addresses/ask-address.ts'
import type { Unit } from '../../report.ts'
import { answerTail, type TailAnswer } from '../../server/tail-answer.ts'
import { candidatesSchema, chooseDeal, dealInput, filingInput } from '../choose-deal.ts'
import { type CheckStatus, figureSchema, newFigure, sourceSchema, sourcesOf } from '../figure.ts'
import { statusOfTables } from '../table-status.ts'
import { newTool } from '../tool.ts'

const answerSchema = z.object({
  sentence: z.string().describe('The answer in words, as it may be quoted.'),
  url: z.string().describe('Page that shows the question, its answer and the rows.'),
  filing: z.string(),
  table: z.string(),
  dimension: z.string(),
  loanGroup: z.string().nullable(),
  addedUpOver: z
    .array(z.string())
    .describe('Loan groups whose answers are added up, where the whole pool has no table of its own.'),
  exact: z.boolean(),
  loans: figureSchema.nullable(),
  balance: figureSchema.nullable(),
  shareOfBalance: figureSchema.nullable(),
  shareOfLoans: figureSchema.nullable(),
  because: z.array(
    z.object({
      rule: z.string(),
      rows: z.array(z.string()),
      sources: z.array(sourceSchema),
    }),
  ),
})

export const askTailTool = newTool({
  name: 'ask_tail',
  title: 'Ask a table what lies beyond an edge',
  description:
    'How many loans, how much balance and what share lie above, at least, below or at most an edge of a range table: exactly, or between the least and the most that the printed rows prove. Quote the interval, never its middle.',
  input: z.object({
    deal: dealInput,
    filing: filingInput,
    dimension: z
      .string()
      .min(1)
      .max(80)
      .describe('original-ltv, credit-score, original-balance, mortgage-rate …'),
    loanGroup: z.string().max(200).optional().describe('As printed; the whole pool where none is named.'),
    side: z.enum(['above', 'atLeast', 'below', 'atMost']),
    edge: z.string().min(1).max(40).describe('`77`, `7.125`, `$620,000`, `620k`, `360`. Dollars for money.'),
  }),
  output: z.object({ answer: answerSchema.nullable(), candidates: candidatesSchema }),
  run: async ({ library, origin }, { deal, filing, dimension, loanGroup, side, edge }) => {
    const chosen = await chooseDeal({ library, origin }, deal, filing)
    if ('problem' in chosen) return chosen
    if ('candidates' in chosen) return { answer: null, candidates: chosen.candidates }
    const query = new URLSearchParams({ dimension, [side]: edge, ...(loanGroup ? { loanGroup } : {}) })
    const answer = await answerTail(library, chosen.sha256, query)
    if ('code' in answer) return { problem: sayRefusal(answer.code, answer.detail) }
    const asked = answer.summedOver.length > 0 ? answer.dimension : answer.stratification
    const url = `${origin}${askHref(chosen.deal, chosen.sha256, asked, { [side]: edge })}`
    const sourceOf = sourcesOf(origin, chosen.deal.slug, chosen.sha256)
    const because = answer.because.map(({ rule, rows, at }) => ({ rule, rows, sources: at.map(sourceOf) }))
    const check = await statusOfTables(library, chosen.sha256, tablesOf(answer))
    return { answer: tellTail(answer, { url, check, because }), candidates: [] }
  },
})

/** The tables that an answer is of: its own, or those of loan groups that it is added up over. */
function tablesOf({ stratification, summedOver }: TailAnswer): string[] {
  return summedOver.length > 0 ? summedOver.map(one => one.stratification) : [stratification]
}

function sayRefusal(code: string, detail: string): string {
  return code === 'query-is-not-understood' || code === 'edge-is-not-understood'
    ? `The edge is not understood: write it as 77, 7.125, $620,000 or 360.`
    : detail
}

function tellTail(
  { sentence, filing, stratification, dimension, loanGroup, summedOver, exact, ...amounts }: TailAnswer,
  {
    url,
    check,
    because,
  }: { url: string; check: CheckStatus; because: z.infer<typeof answerSchema>['because'] },
): z.infer<typeof answerSchema> {
  const sources = because.flatMap(one => one.sources)
  const figure = (bound: { low: number; high: number } | null, unit: Unit) =>
    bound &&
    newFigure({
      unit,
      value: null,
      between: [bound.low, bound.high],
      known: bound.low === bound.high ? 'computed' : 'bounded',
      check,
      sources,
    })
  return {
    sentence,
    url,
    filing,
    table: stratification,
    dimension,
    loanGroup,
    addedUpOver: summedOver.map(one => one.loanGroup),
    exact,
    loans: figure(amounts.loanCount, 'count'),
    balance: figure(amounts.balanceCents, 'cents'),
    shareOfBalance: figure(amounts.balancePct, 'percent'),
    shareOfLoans: figure(amounts.countPct, 'percent'),
    because,
  }
}
