import { remember } from '../remember.ts'
import { makeWhole } from '../values/index.ts'
import { averages } from './averages.ts'
import type { Measure } from './measure.ts'
import { speaksOfPart } from './part-words.ts'
import { shares } from './shares.ts'
import { sums } from './sums.ts'

export type { Measure } from './measure.ts'

/** Every measure, specific before general: the first whose words a header holds wins. */
export const measures = [...shares, ...averages, ...sums] as const satisfies readonly Measure[]

export type MeasureId = (typeof measures)[number]['id']

/** Headers are shorter; bounds the work of patterns that skip words. */
const LONGEST = 300

const byId = new Map<string, Measure>(measures.map(measure => [measure.id, measure]))

/** The measure with this id; null where none has it. */
export function findMeasure(id: MeasureId): Measure
export function findMeasure(id: string | null): Measure | null
export function findMeasure(id: string | null): Measure | null {
  return id === null ? null : (byId.get(id) ?? null)
}

/** Figures of single loans, and of how far they lie apart: no average of them. */
const OF_SINGLE_LOANS =
  /\b(?:low(?:est)?|high(?:est)?|smallest|largest|greatest|least|shortest|longest|oldest|youngest|newest|median|quartile|percentile|std\.? ?dev\w*|standard deviation|variance)\b(?!\.? ?(?:loan-? ?to|doc|cost))/i
/** > Mortgage Rate (%) From     Mortgage Rate (%) To */
const END_OF_SPAN = / (?:from|to)$/i
const MINIMUM = /\bmin(?:imum)?\b(?!\.? ?(?:loan-? ?to|doc))/i
const MAXIMUM = /\bmax(?:imum)?\b(?!\.? ?(?:loan-? ?to|doc))/i
const AVERAGED = /\b(?:average|avg|mean|weighted|wtd|w\.? ?a)\b/i

/** > W.A. Lifetime Ceiling */
export function saysAverage(header: string): boolean {
  return AVERAGED.test(makeWhole(header.slice(0, LONGEST)))
}

/**
 * The extreme that a header may speak of: "minimum" and "maximum" are words of what a loan allows, too. Null where it speaks
 * of none, or says that it is averaged.
 */
export function extremeIn(header: string): 'minimum' | 'maximum' | null {
  const words = makeWhole(header.slice(0, LONGEST))
  if (AVERAGED.test(words)) return null
  if (MAXIMUM.test(words)) return 'maximum'
  return MINIMUM.test(words) ? 'minimum' : null
}

/**
 * The measure that a column's header names, or null.
 *
 * > Minimum FICO     null: the least score of a row is not its average
 * > Maximum Rate     waMaximumRatePct, the most that a loan's rate can come to; or the highest rate of the row's loans,
 *                    of which only its figures tell
 */
export const matchMeasure = remember((header): Measure | null => {
  const words = makeWhole(header.slice(0, LONGEST))
  const measure = (measures as readonly Measure[]).find(one => holdsWords(one, words)) ?? null
  if (measure === null || isOfSingleLoans(words, measure) || speaksOfPart(words, measure)) return null
  // Loans of which two shares are told at once are those of neither: % of Full Doc Loans with MI
  const isOther = (one: Measure) => one !== measure && holdsWords(one, words)
  return measure.shareOfRow && (shares as readonly Measure[]).some(isOther) ? null : measure
})

/** Does a header speak of an extreme of the row's loans, whatever its figures are? */
function isOfSingleLoans(words: string, measure: Measure): boolean {
  const [isLeast, isMost] = [MINIMUM.test(words), MAXIMUM.test(words)]
  // Of three figures at once, nothing tells which one: > FICO: Average (Min / Max)
  if (isLeast && isMost) return true
  if (AVERAGED.test(words)) return false
  return OF_SINGLE_LOANS.test(words) || END_OF_SPAN.test(words) || ((isLeast || isMost) && !measure.ofLimits)
}

const PERCENTS = /%|\b(?:percent(?:age)?s?|pct)\b\.?|[()$*]/gi
const WHOLE =
  /\b(?:bal(?:ances?)?|upb|principal|pools?|groups?|loans?|mortgages?|total|aggregate|number|count|no|amounts?|dollars?|values?|cut-?off|initial|orig(?:inal)?|current|outstanding|receivables?|contracts?|accounts?|leases?|assets?|deal|trust|collateral|portfolio|mix|all|whole)\b|#/i

/**
 * Does the header of a percent name the whole that it is of, or nothing at all beside the percent?
 *
 * > % of Pool     Percent     Pct. of Balance          but no whole:   % California     % ARM
 */
export function namesWhole(header: string): boolean {
  const words = makeWhole(header.slice(0, LONGEST)).replace(PERCENTS, ' ')
  return words.trim() === '' || WHOLE.test(words)
}

/** Every measure whose words a header holds, specific before general, though it speaks of an extreme. */
export function matchMeasures(header: string): Measure[] {
  const words = makeWhole(header.slice(0, LONGEST))
  return (measures as readonly Measure[]).filter(
    measure => holdsWords(measure, words) && !speaksOfPart(words, measure),
  )
}

function holdsWords({ all, none }: Measure, header: string): boolean {
  for (const pattern of all) if (!pattern.test(header)) return false
  for (const pattern of none) if (pattern.test(header)) return false
  return true
}
