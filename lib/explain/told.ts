import { z } from 'zod'
import type { Decision, Verdict } from '../reading/decision.ts'
import { placeSchema } from '../report.ts'

const verdictSchema = z.object({
  /** Id of the evidence. */
  evidence: z.string(),
  says: z.enum(['supports', 'contradicts']),
  why: z.string(),
})

const toldCandidateSchema = z.object({
  answer: z.string(),
  /** What proposed it, a sentence each. */
  by: z.array(z.string()),
  verdicts: z.array(verdictSchema),
  isChosen: z.boolean(),
})

export const questionSchema = z.enum([
  'parts',
  'title',
  'split',
  'subject',
  'group',
  'measure',
  'scale',
  'label-scale',
])
export type Question = z.infer<typeof questionSchema>

/** A question about a table in words: all answers that were possible, what speaks for and against each, and the one that stood. */
export const toldSchema = z.object({
  question: questionSchema,
  asks: z.string(),
  /** The order of the column that it is about, from 0; null for the table. */
  column: z.int().nullable(),
  answer: z.string().nullable(),
  candidates: z.array(toldCandidateSchema),
  /** A sentence more: why nothing was chosen, or what holds where nothing was proposed. */
  note: z.string().nullable(),
})
export type Told = z.infer<typeof toldSchema>
export type ToldCandidate = z.infer<typeof toldCandidateSchema>

/** How a table was read. `id` is a stratification's; `refused` says why any other table is none. */
export const tableTraceSchema = z.object({
  id: z.string().nullable(),
  title: z.string().nullable(),
  at: placeSchema,
  refused: z.string().nullable(),
  told: z.array(toldSchema),
})
export type TableTrace = z.infer<typeof tableTraceSchema>

/** Which question, in words, and what is told where no candidate tells it. */
type About = { question: Question; asks: string; column?: number; note?: string | null }

/** A decision in words. */
export function tell<T>(
  { candidates, chosen }: Decision<T>,
  nameOf: (value: T) => string,
  { question, asks, column, note }: About,
): Told {
  return {
    question,
    asks,
    column: column ?? null,
    answer: chosen === null ? null : nameOf(chosen),
    candidates: candidates.map(({ value, by, verdicts }) => ({
      answer: nameOf(value),
      by: [...by],
      verdicts,
      isChosen: value === chosen,
    })),
    note: note ?? null,
  }
}

/** Was there more than one answer, or none that stood? */
export function isContested({ answer, candidates }: Told): boolean {
  return answer === null || candidates.length > 1
}

/**
 * Why an answer did not stand, a sentence: what contradicts it, else what the one that stood has more.
 *
 * > x Loan program      “Documentation” is the most specific of what the words name.
 */
export function whyTurnedDown({ verdicts }: ToldCandidate, { candidates }: Told): string {
  const against = verdicts.find(({ says }) => says === 'contradicts')
  if (against !== undefined) return against.why
  const own = new Set(verdicts.map(({ evidence }) => evidence))
  const chosen = candidates.find(({ isChosen }) => isChosen)
  const more = chosen?.verdicts.find(({ says, evidence }) => says === 'supports' && !own.has(evidence))
  return more?.why ?? 'Nothing tells it from the others.'
}

export function supports(evidence: string, why: string): Verdict {
  return { evidence, says: 'supports', why }
}

export function contradicts(evidence: string, why: string): Verdict {
  return { evidence, says: 'contradicts', why }
}
