import type { Dimension } from '../../dimensions/index.ts'
import { remember } from '../../remember.ts'
import type { Unit } from '../../report.ts'
import { readRange } from '../../values/index.ts'
import type { Verdict } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'
import { namedLabels } from './named-labels.ts'

type Finding = Omit<Verdict, 'evidence'> | null

const UNITS: readonly { words: RegExp; name: string; units: readonly Unit[] }[] = [
  {
    words: /%|\bpercent(?:age)?s?(?! of)\b|\bper cent\b/i,
    name: 'percent',
    units: ['percent', 'score', 'ratio'],
  },
  { words: /\(\s*(?:US|C|A)?[$£€]\s*\)|\b(?:in )?dollars\b/i, name: 'dollars', units: ['cents'] },
  { words: /\b(?:months?|mos\.?|years|yrs\.?)\b/i, name: 'months', units: ['months', 'years', 'date'] },
  { words: /\bdays\b/i, name: 'days', units: [] },
]

/** The one unit that a header over labels tells, or null. */
const unitOf = remember((stub: string) => {
  const [only, ...others] = UNITS.filter(({ words }) => words.test(stub))
  return only !== undefined && others.length === 0 ? only : null
})

/**
 * The unit that stands over the labels is that of the figures in them.
 *
 * > Original Balance as a Percentage of Current Value       names balances, in dollars
 *   Range (%)                                                but the ranges are percents
 */
export function judgeUnitOver({ unit, name }: Dimension, { stub, labels }: SplitFacts): Finding {
  const over = stub === null ? null : unitOf(stub)
  if (over === null || unit === 'text' || over.units.includes(unit)) return null
  const named = namedLabels(labels)
  const figures = named.filter(label => /^[\W\d]*\d/.test(label) && readRange(label, 'percent') !== null)
  return figures.length * 2 > named.length
    ? { says: 'contradicts', why: `The rows are ${over.name}, not of “${name}”.` }
    : null
}
