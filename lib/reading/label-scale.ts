import { type Decision, decide } from './decision.ts'
import { averageInsideRange } from './evidence/average-inside-range.ts'
import { saidOfLabels } from './evidence/said-of-labels.ts'
import type { LabelScaleFacts } from './facts.ts'

const labelScaleEvidence = [averageInsideRange, saidOfLabels] as const

/**
 * By what are the dollars in the labels multiplied?
 *
 * > Principal Balance ($000s)    Loans     Balance
 *   > 50 to 100                     80       6,000     $75,000 a loan: inside only when the labels are in thousands too
 */
export function decideLabelScale(facts: LabelScaleFacts): Decision<number> {
  const { header, title } = facts
  const said = [
    { value: header, by: 'The header over the labels says so' },
    { value: title, by: 'The title or a sentence about the table says so' },
  ]
  const candidates = [
    ...said.filter(({ value }) => value !== 1),
    { value: 1, by: 'The labels may stand in full' },
  ]
  return decide('label-scale', candidates, labelScaleEvidence, facts)
}
