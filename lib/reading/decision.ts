/** What a piece of evidence says of a candidate, and why, in a sentence for people. */
export type Verdict = { evidence: string; says: 'supports' | 'contradicts'; why: string }

/** A possible answer to a question about a table; `by` tells in a sentence what it comes from. */
export type Candidate<T> = { value: T; by: string }

/** An answer with all that proposed it, and what was found for and against it. */
export type JudgedCandidate<T> = { value: T; by: string[]; verdicts: Verdict[] }

/** A question about a table, all answers that were proposed, what was found for and against each, and the one that stood. */
export type Decision<T> = { question: string; candidates: JudgedCandidate<T>[]; chosen: T | null }

/**
 * One fact about pools that speaks for or against an answer. `judge` gives null where it has nothing to say. `rivals` are
 * the other answers proposed.
 */
export type Evidence<T, Facts> = {
  id: string
  judge(value: T, facts: Facts, rivals: readonly T[]): Omit<Verdict, 'evidence'> | null
}

/**
 * Choose the one answer that nothing contradicts, or none.
 *
 * Of several that nothing contradicts, the one whose support strictly includes that of each other. There are no weights:
 * a further piece of evidence can only take candidates out or tell two apart. The same answer proposed twice is one.
 */
export function decide<T, Facts>(
  question: string,
  proposed: readonly Candidate<T>[],
  evidence: readonly Evidence<T, Facts>[],
  facts: Facts,
): Decision<T> {
  const candidates = gather(proposed)
  const values = candidates.map(({ value }) => value)
  for (const { value, verdicts } of candidates) {
    const rivals = values.length === 1 ? [] : values.filter(other => other !== value)
    for (const { id, judge } of evidence) {
      const verdict = judge(value, facts, rivals)
      if (verdict !== null) verdicts.push({ evidence: id, says: verdict.says, why: verdict.why })
    }
  }
  return { question, candidates, chosen: settle(candidates) }
}

/** Each answer once, with all that proposed it. */
function gather<T>(proposed: readonly Candidate<T>[]): JudgedCandidate<T>[] {
  const candidates: JudgedCandidate<T>[] = []
  for (const { value, by } of proposed) {
    const known = candidates.find(one => one.value === value)
    if (known === undefined) candidates.push({ value, by: [by], verdicts: [] })
    else known.by.push(by)
  }
  return candidates
}

/** The candidates that nothing contradicts. */
export function standing<T>(candidates: readonly JudgedCandidate<T>[]): JudgedCandidate<T>[] {
  return candidates.filter(({ verdicts }) => verdicts.every(({ says }) => says !== 'contradicts'))
}

/** The one that nothing contradicts and that more speaks for than for each other, else null. */
export function settle<T>(candidates: readonly JudgedCandidate<T>[]): T | null {
  const left = standing(candidates)
  if (left.length < 2) return left[0]?.value ?? null
  const best = left.find(one => left.every(other => other === one || isBetterSupported(one, other)))
  return best?.value ?? null
}

function isBetterSupported<T>(one: JudgedCandidate<T>, other: JudgedCandidate<T>): boolean {
  const own = supportOf(one)
  const others = supportOf(other)
  return own.length > others.length && others.every(id => own.includes(id))
}

/** Each piece of evidence speaks once. */
function supportOf<T>({ verdicts }: JudgedCandidate<T>): string[] {
  return verdicts.flatMap(({ says, evidence }) => (says === 'supports' ? [evidence] : []))
}
