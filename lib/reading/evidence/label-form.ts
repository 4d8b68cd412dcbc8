import { type Dimension, isLikeState, readStateCode } from '../../dimensions/index.ts'
import { oncePer } from '../../once-per.ts'
import type { Unit } from '../../report.ts'
import { readRange } from '../../values/index.ts'
import type { Evidence, Verdict } from '../decision.ts'
import type { SplitFacts } from '../facts.ts'
import { isWordOf } from './label-words.ts'
import { namedLabels } from './named-labels.ts'
import { judgeUnitOver } from './unit-over-labels.ts'

type Finding = Omit<Verdict, 'evidence'> | null

/**
 * What a dimension splits by shows in the form of its labels: names, ranges of percent, of dollars, of months.
 *
 * > Appraised Values of the Mortgaged Properties    names property types, whose rows are names
 *   $0.01 - $200,000.00                               but these are ranges of dollars
 */
export const labelForm: Evidence<Dimension, SplitFacts> = {
  id: 'label-form',
  judge(dimension, facts) {
    const { labels } = facts
    const forms = formsOf(labels)
    if (forms.labels.length === 0) return null
    const unit = judgeUnitOver(dimension, facts)
    if (unit !== null) return unit
    if (dimension.buckets === 'state') return judgeStates(forms)
    return dimension.buckets === 'category' ? judgeNames(dimension, forms) : judgeRanges(dimension, forms)
  },
}

function judgeStates(forms: LabelForms): Finding {
  const { labels } = forms
  if (isMost(labels, label => readStateCode(label) !== null))
    return { says: 'supports', why: 'Most rows are states.' }
  if (forms.areFigures) return contradicts('The rows are figures, not states.')
  return labels.some(isLikeState) ? null : contradicts('No row is a state, a country or a region of one.')
}

function judgeNames(dimension: Dimension, forms: LabelForms): Finding {
  // Names may be made of figures: `30 Year`, `2/28`.
  if (!forms.areFigures || isMost(forms.labels, label => isWordOf(dimension, label))) return null
  if (dimension.rowsMayBeFigures === true && !forms.areInDollars) return null
  return contradicts('The rows are figures or ranges, not names.')
}

function judgeRanges({ name, unit, natural }: Dimension, forms: LabelForms): Finding {
  if (!forms.haveDigits) return contradicts('The rows are names, not figures or ranges.')
  if (unit !== 'cents' && forms.areInDollars) return contradicts('The rows are in dollars.')
  if (unit !== 'percent' && forms.arePercents) return contradicts('The rows are percents.')
  if (natural === undefined) return null
  const ends = forms.endsIn(unit)
  if (ends.length * 2 < forms.labels.length) return null
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

/** What all labels of a table have in common. Every dimension that is named asks the same of them: each is looked at once. */
class LabelForms {
  readonly labels: readonly string[]
  private figures?: boolean
  private digits?: boolean
  private dollars?: boolean
  private percents?: boolean
  private readonly ends = new Map<Unit, readonly number[]>()

  constructor(labels: readonly string[]) {
    this.labels = labels
  }

  get areFigures(): boolean {
    this.figures ??= isMost(this.labels, isNumeric)
    return this.figures
  }

  get haveDigits(): boolean {
    this.digits ??= this.labels.some(label => /\d/.test(label))
    return this.digits
  }

  get areInDollars(): boolean {
    this.dollars ??= isMost(this.labels, label => /[$£€]/.test(label))
    return this.dollars
  }

  get arePercents(): boolean {
    this.percents ??= isMost(this.labels, label => label.includes('%'))
    return this.percents
  }

  endsIn(unit: Unit): readonly number[] {
    const ends = this.ends.get(unit) ?? this.labels.flatMap(label => endsOf(label, unit))
    this.ends.set(unit, ends)
    return ends
  }
}

const formsOf = oncePer((labels: readonly string[]) => new LabelForms(namedLabels(labels)))

function isMost<T>(all: readonly T[], holds: (one: T) => boolean): boolean {
  let count = 0
  for (const one of all) if (holds(one)) count++
  return count * 2 > all.length
}

function contradicts(why: string): Finding {
  return { says: 'contradicts', why }
}
