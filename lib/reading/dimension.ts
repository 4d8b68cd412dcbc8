import { type Dimension, matchDimensions } from '../dimensions/index.ts'
import { type Candidate, type Decision, decide, standing } from './decision.ts'
import { labelForm } from './evidence/label-form.ts'
import { countNamed, labelWords, variesItsWords, withWords } from './evidence/label-words.ts'
import { moreSpecific } from './evidence/more-specific.ts'
import { namedOverLabels } from './evidence/named-apart.ts'
import { namedLabels } from './evidence/named-labels.ts'
import { placesNoStates } from './evidence/places-no-states.ts'
import { wordsAgree } from './evidence/words-agree.ts'
import type { SplitFacts } from './facts.ts'

/** All that can tell two dimensions apart. */
const dimensionEvidence = [
  labelForm,
  labelWords,
  moreSpecific,
  namedOverLabels,
  placesNoStates,
  wordsAgree,
] as const

/**
 * What do the rows split the pool by?
 *
 * > Geographic Distribution of the Mortgaged Properties     title: state, property type
 *   State                                                   header over the labels: state
 *   California                                              rows: states, so no property types
 *
 * Candidates are the dimensions that title and header name. Where none of them stands, those that the rows themselves
 * tell. Null where nothing is named, or nothing that is named fits the rows, or two do.
 */
export function decideDimension(facts: SplitFacts): Decision<Dimension> {
  const named = decideNamed(facts)
  if (standing(named.candidates).length > 0) return named
  const told = decide('dimension', toldByLabels(facts), dimensionEvidence, facts)
  return { ...told, candidates: [...named.candidates, ...told.candidates] }
}

/** The same of what words name alone. */
export function decideNamed(facts: SplitFacts): Decision<Dimension> {
  const title = isSentence(facts.title) ? null : facts.title
  const named = [...namedBy('The title', title), ...namedBy('The header over the labels', facts.stub)]
  return decide('dimension', named, dimensionEvidence, facts)
}

/**
 * What a sentence speaks of is not what the rows below it are.
 *
 * > None of the mortgage loans has a prepayment penalty of more than 36 months
 */
function isSentence(title: string): boolean {
  return SENTENCE.test(title)
}

const SENTENCE =
  /^(?:the|all|none|no|each|any|approximately|as of|substantially|most)\b.{8,200}?(?<!\b(?:that|which|who)) (?:is|are|was|were|has|have|had|will|may)\b/i

function namedBy(place: string, words: string | null): Candidate<Dimension>[] {
  return words === null
    ? []
    : matchDimensions(words).map(value => ({ value, by: `${place} says “${words}”` }))
}

/** Rows of one kind tell it themselves where at least two of three, and two at the least, are named in different words of it. */
function toldByLabels({ labels }: SplitFacts): Candidate<Dimension>[] {
  const named = namedLabels(labels)
  return withWords.flatMap(value => {
    const count = countNamed(value, named)
    return count >= 2 && count * 3 >= named.length * 2 && variesItsWords(value, named)
      ? [{ value, by: 'Most rows are named in its words' }]
      : []
  })
}
