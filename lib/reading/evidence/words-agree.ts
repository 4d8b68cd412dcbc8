import { type Dimension, matchDimensions } from '../../dimensions/index.ts'
import type { Evidence } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'
import { labelForm } from './label-form.ts'
import { labelWords } from './label-words.ts'

/** Words of which a title and the header over the labels cannot say one each. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/\boriginal\b/i, /\b(?:current|remaining)\b/i],
  [/\bmin(?:imum)?\b/i, /\bmax(?:imum)?\b/i],
  [/\binitial\b/i, /\bsubsequent\b/i],
  [/\bgross\b/i, /\bnet\b/i],
  [/\bfirst\b/i, /\bnext\b/i],
]

/**
 * Where the title names one thing, and the header over the labels another that is nowhere in the title, neither is told, unless
 * the labels are of one of them alone.
 *
 * > Original Terms to Maturity             title: original term
 *   Remaining Term (months)                header over the labels: remaining term
 *   121 - 180                              of both
 */
export const wordsAgree: Evidence<Dimension, SplitFacts> = {
  id: 'words-agree',
  judge(dimension, facts, rivals) {
    const { title, stub } = facts
    if (stub === null || rivals.length === 0 || title.toLowerCase().includes(stub.toLowerCase())) return null
    if (areOpposite(title, stub)) return OTHERWISE
    const [byTitle, byStub] = [matchDimensions(title), matchDimensions(stub)]
    if (byTitle.some(one => byStub.includes(one)) || areKin(byTitle, byStub)) return null
    const others = byTitle.includes(dimension) ? byStub : byStub.includes(dimension) ? byTitle : []
    return others.some(other => rivals.includes(other) && fitsLabels(other, facts)) ? OTHERWISE : null
  },
}

const OTHERWISE = {
  says: 'contradicts',
  why: 'The title and the header over the labels name different things.',
} as const

/** Is one of them of the family of one of the others? */
function areKin(some: readonly Dimension[], others: readonly Dimension[]): boolean {
  return some.some(({ family }) => family !== undefined && others.some(other => other.family === family))
}

function areOpposite(title: string, stub: string): boolean {
  const says = (one: RegExp, other: RegExp, words: string) => one.test(words) && !other.test(words)
  return opposites.some(
    ([one, other]) =>
      (says(one, other, title) && says(other, one, stub)) ||
      (says(other, one, title) && says(one, other, stub)),
  )
}

function fitsLabels(dimension: Dimension, facts: SplitFacts): boolean {
  return [labelForm, labelWords].every(({ judge }) => judge(dimension, facts, [])?.says !== 'contradicts')
}
