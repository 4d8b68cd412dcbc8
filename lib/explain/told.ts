import type { Decision, Verdict } from '../reading/decision.ts'
import type { Question, Told, ToldCandidate } from './trace-schema.ts'

/** Which question, in words, and what is told where no candidate tells it. */
type About = {
  question: Question
  asks: string
  column?: number
  measure?: string | null
  note?: string | null
}

/** A decision in words. */
export function tell<T>(
  { candidates, chosen }: Decision<T>,
  nameOf: (value: T) => string,
  { question, asks, column, measure, note }: About,
): Told {
  return {
    question,
    asks,
    column: column ?? null,
    measure: measure ?? null,
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
  return more?.why ?? 'Nothing sets it apart from the others.'
}

export function supports(evidence: string, why: string): Verdict {
  return { evidence, says: 'supports', why }
}

export function contradicts(evidence: string, why: string): Verdict {
  return { evidence, says: 'contradicts', why }
}
