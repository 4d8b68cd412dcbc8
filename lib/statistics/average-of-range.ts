import { largest, smallest } from '../extremes.ts'
import { readAs, type StatedFigure } from './stated-figure.ts'
import type { StatisticKind } from './statistic-kind.ts'

/** A bare average with its figure, and the range before it that tells of what it is. */
export type AverageOfRange = { kind: StatisticKind; figure: StatedFigure }

const BARE = /\bweighted average(?: thereof)?(?= ?(?:of|being|is|was|:) (?:approximately |about )?\$?\d)/gi
const RANGES =
  /\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) (?:from|between)\b|\b(?:was|were|is|are) between\b/gi
/** Where the words for what ranges may begin. */
const BEGINS = /(?:^(?:the )?|\b(?:the|and|have|has|had|with|at|bear|bearing) |, )/gi
/** What stands between the words of a range and the average of it takes no more characters. */
const LONGEST_BETWEEN = 160
/** As do the words for what ranges. */
const LONGEST_SUBJECT = 120

/**
 * The averages of a sentence that are named by the range before them.
 *
 * > The Contract Rates ranged from 5.00% to 9.00%, with a weighted average of 6.71%.
 *       ^ of these                                       ^
 *
 * An average lies inside its range; where it does not, it is of something else.
 */
export function findAveragesOfRanges(
  sentence: string,
  kinds: readonly StatisticKind[],
  figures: readonly StatedFigure[],
): AverageOfRange[] {
  const ranges = [...sentence.matchAll(RANGES)]
  if (ranges.length === 0) return []
  return [...sentence.matchAll(BARE)].flatMap(({ index: start, 0: words }) => {
    const range = ranges.findLast(({ index }) => index < start)
    if (range === undefined || start - range.index > LONGEST_BETWEEN) return []
    const kind = kindOf(sentence.slice(Math.max(0, range.index - LONGEST_SUBJECT), range.index), kinds)
    if (kind === null) return []
    const read = figures.flatMap(figure => readAs(figure, kind.unit) ?? [])
    const figure = read.find(one => one.start >= start + words.length)
    const bounds = read.filter(one => one.start > range.index && one.end <= start).map(({ value }) => value)
    const isInside =
      figure !== undefined &&
      bounds.length === 2 &&
      smallest(bounds) <= figure.value &&
      figure.value <= largest(bounds)
    return isInside ? [{ kind, figure }] : []
  })
}

/** The kind that "weighted average" before the words for what ranges would name; the last words that name one count. */
function kindOf(before: string, kinds: readonly StatisticKind[]): StatisticKind | null {
  for (const { index, 0: lead } of [...before.matchAll(BEGINS)].reverse()) {
    const named = `weighted average ${before.slice(index + lead.length)}`
    const found = kinds.find(
      ({ figure, phrases }) => figure === 'after' && phrases.some(one => heads(named, one)),
    )
    if (found !== undefined) return found
  }
  return null
}

function heads(text: string, phrase: RegExp): boolean {
  phrase.lastIndex = 0
  return phrase.exec(text)?.index === 0
}
