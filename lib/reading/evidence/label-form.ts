import { type Dimension, isLikeState, readStateCode } from '../../dimensions/index.ts'
import { oncePer, oncePerPair } from '../../once-per.ts'
import type { Unit } from '../../report.ts'
import { readRange } from '../../values/index.ts'
import type { Evidence, Verdict } from '../decision.ts'
import type { SplitFacts } from '../dimension.ts'
import { namedLabels } from './named-labels.ts'

type Finding = Omit<Verdict, 'evidence'> | null

/**
 * What a dimension splits by shows in the form of its labels: names, ranges of percent, of dollars, of months.
 *
 * > Appraised Values of the Mortgaged Properties    names property types, whose rows are names
 *   $0.01 - $200,000.00                               but these are ranges of dollars
 */
export const labelForm: Evidence<Dimension, SplitFacts> = {
  id: 'label-form',
  judge(dimension, { labels }) {
    const named = namedLabels(labels)
    if (named.length === 0) return null
    if (dimension.buckets === 'state') return judgeStates(named)
    return dimension.buckets === 'category' ? judgeNames(dimension, named) : judgeRanges(dimension, named)
  },
}

function judgeStates(labels: readonly string[]): Finding {
  if (areStates(labels)) return { says: 'supports', why: 'Most rows are states.' }
  if (areFigures(labels)) return contradicts('The rows are figures, not states.')
  return labels.some(isLikeState) ? null : contradicts('No row is a state, a country or a region of one.')
}

function judgeNames({ rowsMayBeFigures }: Dimension, labels: readonly string[]): Finding {
  if (rowsMayBeFigures === true || !areFigures(labels)) return null
  return contradicts('The rows are figures or ranges, not names.')
}

function judgeRanges({ name, unit, natural }: Dimension, labels: readonly string[]): Finding {
  if (!haveDigits(labels)) return contradicts('The rows are names, not figures or ranges.')
  if (unit !== 'cents' && areInDollars(labels)) return contradicts('The rows are in dollars.')
  if (unit !== 'percent' && arePercents(labels)) return contradicts('The rows are percents.')
  if (natural === undefined) return null
  const ends = endsOfAll(labels, unit)
  if (ends.length * 2 < labels.length) return null
  const [low, high] = natural
  return isMost(ends, end => end < low || end > high)
    ? contradicts(`Most rows do not lie between ${low} and ${high}, as those of “${name}” do.`)
    : null
}

/** The larger end of a label's range, in the unit; nothing where it is no range. */
function endsOf(label: string, unit: Unit): number[] {
  const range = readRange(label, unit)
  const end = range?.high ?? range?.low ?? null
  return end === null ? [] : [end]
}

/** A figure or a range of figures, of whatever unit. */
function isNumeric(label: string): boolean {
  return readRange(label, 'percent') !== null || readRange(label, 'cents') !== null
}

type Labels = readonly string[]

/** Every dimension that is named asks the same of the labels. */
const areFigures = oncePer((labels: Labels) => isMost(labels, isNumeric))
const areStates = oncePer((labels: Labels) => isMost(labels, label => readStateCode(label) !== null))
const haveDigits = oncePer((labels: Labels) => labels.some(label => /\d/.test(label)))
const areInDollars = oncePer((labels: Labels) => isMost(labels, label => label.includes('$')))
const arePercents = oncePer((labels: Labels) => isMost(labels, label => label.includes('%')))
const endsOfAll = oncePerPair((labels: Labels, unit: Unit) => labels.flatMap(label => endsOf(label, unit)))

function isMost<T>(all: readonly T[], holds: (one: T) => boolean): boolean {
  let count = 0
  for (const one of all) if (holds(one)) count++
  return count * 2 > all.length
}

function contradicts(why: string): Finding {
  return { says: 'contradicts', why }
}
