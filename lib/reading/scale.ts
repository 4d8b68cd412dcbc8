import { type Candidate, type Decision, decide } from './decision.ts'
import { saidOfItself } from './evidence/said-of-itself.ts'
import { sameWhole } from './evidence/same-whole.ts'
import { sizeOfLoan } from './evidence/size-of-loan.ts'
import { sizeOfPool } from './evidence/size-of-pool.ts'
import type { ScaleFacts, Scope } from './facts.ts'

const scaleEvidence = [saidOfItself, sameWhole, sizeOfLoan, sizeOfPool] as const

const IN_WORDS: Record<Scope, string> = {
  header: 'The column’s header says so',
  title: 'The title or a heading right above says so',
  'lead-in': 'The sentence that introduces the table says so',
  note: 'A note to the title says so',
  standing: 'A heading over an earlier table says so',
  'other-title': 'The title of an earlier table says so',
  prose: 'A sentence near the table says so',
}

/**
 * By what are the table's sums of dollars multiplied?
 *
 * > (Dollars in Thousands)      1,000 by the title; 1, as printed
 *   Loans      Balance
 *     412    1,500,000          $3,641 a loan at 1, $3.6 million at 1,000
 *
 * Null where the words say a scale that the size of a loan rules out, and that of the printed figures as well.
 */
export function decideScale(facts: ScaleFacts): Decision<number> {
  const { by, scope } = facts.said
  const candidates: Candidate<number>[] = [
    { value: by, by: IN_WORDS[scope] },
    { value: 1, by: 'The figures may stand in full' },
  ]
  return decide('scale', candidates, scaleEvidence, facts)
}
