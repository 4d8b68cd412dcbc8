import type { Place } from '../report.ts'
import { findAveragesOfRanges } from './average-of-range.ts'
import { isOfAPart } from './of-a-part.ts'
import type { Passage } from './passage.ts'
import { findPossibleKinds } from './registry.ts'
import { findFigures, readAs, type StatedFigure } from './stated-figure.ts'
import type { StatisticKind } from './statistic-kind.ts'

/** One figure that the filing states in words. `sentence` is the one it stands in. */
export type Statement = {
  kind: StatisticKind
  value: number
  decimals: number
  sentence: string
  passage: Passage
  at: Place
}

type Sentence = { text: string; start: number }
type Naming = { kind: StatisticKind; start: number; end: number }

const sentenceEnd = /[.;] (?=["“(]?[A-Z])/g

/** Split a passage at full stops and semicolons that a new sentence follows. */
function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  sentenceEnd.lastIndex = 0
  while (sentenceEnd.test(text)) {
    const next = sentenceEnd.lastIndex
    sentences.push({ text: text.slice(start, next - 1), start })
    start = next
  }
  return [...sentences, { text: text.slice(start), start }]
}

/** What is longer is no sentence but a table or a list of figures. */
const longestSentence = 2000

/** Where a sentence names statistics, left to right; of two namings of the same words the longer one counts. */
function findNamings(sentence: string, kinds: readonly StatisticKind[]): Naming[] {
  const all: Naming[] = []
  for (const kind of kinds) for (const phrase of kind.phrases) addNamings(all, kind, sentence, phrase)
  const longestFirst = all.sort((a, b) => b.end - b.start - (a.end - a.start))
  const kept: Naming[] = []
  for (const naming of longestFirst)
    if (!kept.some(other => naming.start < other.end && other.start < naming.end)) kept.push(naming)
  return kept.sort((a, b) => a.start - b.start)
}

function addNamings(namings: Naming[], kind: StatisticKind, sentence: string, phrase: RegExp): void {
  phrase.lastIndex = 0
  for (let found = phrase.exec(sentence); found !== null; found = phrase.exec(sentence))
    namings.push({ kind, start: found.index, end: phrase.lastIndex })
}

/** Words that stand right before a stated figure. "in excess of 80%" does not state one. */
const leadIn =
  /(?:\b(?:is|was|are|were|be|approximately|about|equal to|equals|equalled)|(?<!excess )\bof|[:=])\s*[($]*\s*$/i

/** Words that narrow a sentence to some of the loans, whose average is not the pool's. */
const subset =
  /\b(?:loans|contracts|receivables|leases|those) (?:(?:with|having)(?! an? (?:aggregate|total)\b)|that|which|whose|originated|covered|for which(?! (?:an? )?(?:credit |fico )?scores? )|in excess)\b/i

/** Loans of one kind: "the adjustable rate mortgage loans", "first lien loans". They may be a part of the pool. */
const kindOfLoans =
  /\b(?:fixed|adjustable|arms?|hybrid|balloon|first|second|junior|senior|conforming|jumbo|insured|owner|investor|purchase|refinanc\w*|(?:interest|non)[- ]\w+)\b[^.;]{0,30}\bloans\b/i

/** Do words narrow what they say to loans of one kind? */
export function speaksOfKind(words: string): boolean {
  return kindOfLoans.test(words)
}

/** Another figure right behind it makes a figure a cell of some table, whose column says what it is about. */
const nextCell = /^\s*%?\s+\$?\s?\d/

/** The words that lead to a figure, the blanks and signs before it counted in, take no more characters. */
const longestLead = 60

function figureAfter(sentence: string, naming: Naming, limit: number, figures: readonly StatedFigure[]) {
  for (const figure of figures) {
    if (figure.start < naming.end || figure.end > limit) continue
    const fitting = readAs(figure, naming.kind.unit)
    const from = Math.max(naming.end, figure.start - longestLead)
    if (!fitting || !leadIn.test(sentence.slice(from, figure.start))) continue
    return nextCell.test(sentence.slice(figure.end)) ? null : fitting
  }
  return null
}

function figureBefore(naming: Naming, figures: readonly StatedFigure[]) {
  const before = figures.filter(figure => figure.end <= naming.start)
  for (const figure of before.reverse()) {
    const fitting = readAs(figure, naming.kind.unit)
    if (fitting) return fitting
  }
  return null
}

/** "6.97% and 6.84%, respectively" pairs figures with names in an order only the grammar of the sentence tells. */
const listed = /\brespectively\b/i

/** What is told of loans, and not a number or a balance of some of them. */
function isAverage({ average, id }: StatisticKind): boolean {
  return average !== null || id === 'average-balance'
}

function readSentence(passage: Passage, { text, start }: Sentence, known: ReadonlySet<string>): Statement[] {
  if (text.length > longestSentence || !/\d/.test(text)) return []
  const kinds = findPossibleKinds(text.toLowerCase())
  const namings = findNamings(text, kinds)
  if ((namings.length === 0 && !text.includes('average')) || listed.test(text)) return []
  const figures = findFigures(text)
  const state = (kind: StatisticKind, { value, decimals, start: from, end }: StatedFigure): Statement => {
    return { kind, value, decimals, sentence: text, passage, at: passage.placeOf(start + from, start + end) }
  }
  const ofRanges = subset.test(text) ? [] : findAveragesOfRanges(text, kinds, figures)
  const named = namings.flatMap((naming, index) => {
    const { kind } = naming
    if (kind.sentence && !kind.sentence.test(text)) return []
    if (kind.unless?.test(text) || (kind.figure === 'after' && subset.test(text))) return []
    const limit = namings[index + 1]?.start ?? text.length
    const figure =
      kind.figure === 'after' ? figureAfter(text, naming, limit, figures) : figureBefore(naming, figures)
    if (figure === null) return []
    const isPart = isAverage(kind) && isOfAPart(text, { ...naming, figure: figure.start }, known)
    return isPart ? [] : [state(kind, figure)]
  })
  const ofAll = ofRanges.filter(({ figure: { start: at } }) => {
    return !isOfAPart(text, { start: at, end: at, figure: at }, known)
  })
  return [...named, ...ofAll.map(({ kind, figure }) => state(kind, figure))]
}

/**
 * The statistics that a passage states, in order.
 *
 * > the weighted average mortgage rate of the mortgage loans is expected to be approximately 6.996% per annum
 *       ^ the words name it                                                                 ^ the figure
 *
 * `known` are words that the filing calls its loans by. A figure counts only where words such as "is" or "approximately" lead to it and its unit fits. Sentences about some
 * of the loans only, lists told apart by "respectively" and rows of figures are not read: a wrong figure is worse than none.
 */
export function readStatements(passage: Passage, known: ReadonlySet<string> = new Set()): Statement[] {
  return splitSentences(passage.text).flatMap(sentence => readSentence(passage, sentence, known))
}
