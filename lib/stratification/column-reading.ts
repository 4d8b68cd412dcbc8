import type { Measure } from '../measures/index.ts'
import { type Decision, type JudgedCandidate, settle, type Verdict } from '../reading/decision.ts'

/**
 * A column under reading: all that it could measure, what was found for and against each so far, and the measure that
 * stands; null where neither header nor arithmetic tells, or where its scale is not certain. `scale` is what its figures are
 * multiplied by.
 */
export type ReadColumn = {
  header: string
  candidates: readonly JudgedCandidate<Measure>[]
  measure: Measure | null
  scale?: number
  /** Of dollars around which words tell a scale. */
  scaling?: Decision<number>
  /** The header may be a neighbour's, and no figure bears it out. */
  inDoubt?: true
}

/** A column of which nothing is known but its header. */
export function openColumn(header: string): ReadColumn {
  return { header, candidates: [], measure: null }
}

/** Let the column be the measure, for what a sentence tells, unless something found before or now contradicts it. */
export function propose(column: ReadColumn, value: Measure, by: string, verdicts: readonly Verdict[] = []) {
  const known = column.candidates.find(one => one.value === value)
  if (known === undefined)
    column.candidates = [...column.candidates, { value, by: [by], verdicts: [...verdicts] }]
  else {
    const sentences = known.by.includes(by) ? known.by : [...known.by, by]
    const candidate = { value, by: sentences, verdicts: [...known.verdicts, ...verdicts] }
    column.candidates = [...column.candidates.filter(one => one !== known), candidate]
  }
  column.measure = settle(column.candidates)
}

/** What was found for or against one of the measures that the column could be. */
export function judge(column: ReadColumn, value: Measure, verdict: Verdict) {
  column.candidates = column.candidates.map(one =>
    one.value === value ? { ...one, verdicts: [...without(one.verdicts, verdict), verdict] } : one,
  )
  column.measure = settle(column.candidates)
}

/** A piece of evidence speaks once: what it finds when more is known stands. */
function without(verdicts: readonly Verdict[], { evidence }: Verdict): Verdict[] {
  return verdicts.filter(one => one.evidence !== evidence)
}

/** What was found against all that the column could still be: it measures nothing that is known. */
export function refute(column: ReadColumn, evidence: string, why: string) {
  const verdict: Verdict = { evidence, says: 'contradicts', why }
  column.candidates = column.candidates.map(one => ({ ...one, verdicts: [...one.verdicts, verdict] }))
  column.measure = null
}

/** The first of the pieces of evidence that contradict something that the column could be. */
export function refutedBy(
  { candidates }: ReadColumn,
  evidence: ReadonlySet<string>,
): JudgedCandidate<Measure> | null {
  const isFound = ({ says, evidence: id }: Verdict) => says === 'contradicts' && evidence.has(id)
  return candidates.find(({ verdicts }) => verdicts.some(isFound)) ?? null
}
