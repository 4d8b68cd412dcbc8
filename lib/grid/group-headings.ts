import { readFigure } from '../values/index.ts'
import { withoutContinued } from './continued.ts'
import { isCarriedLabel, isTotalLabel, isTotalOf } from './total-label.ts'

/** The label of a row, or a line of words between rows: where it stands, how deep, and what it says. */
type Labelled = { line: number; start: number; text: string }
/** A row, null as its text where it has no label, and its figures from left to right. */
export type LabelledRow = Omit<Labelled, 'text'> & {
  text: string | null
  figures: readonly (string | null)[]
}
/** Words, and whether they are underlined, set in another type than the labels of rows, or as wide as the whole table. */
export type LabelledWords = Labelled & { isMarked?: boolean | undefined }

/** The rows below one line of words, up to the next, and the line of the row above it; those before all stand under null. */
type Group = { word: LabelledWords | null; above: number | null; rows: LabelledRow[] }

/**
 * The lines of words that head the rows below them though those are set no deeper, by their numbers. Words that go on with
 * the label below are not among them.
 *
 * > First Mortgages              the same labels come again below another heading: as the beginning of the label below it,
 *   Purchase      40    600      each would leave two rows that are called `Refinance`
 *   Refinance     27    400
 *   Second Mortgages
 *   Purchase       3     60
 *   Refinance      2     40
 *
 * So they do where the label below each is a whole range, which needs no beginning: `60.01 - 80.00`; where each stands over
 * rows that come to a sum below them; and where blank lines stand above them and above no row; one by one where a sum names them, or they
 * are set in type or lines of their own.
 */
export function findGroupHeadings(
  rows: readonly LabelledRow[],
  words: readonly LabelledWords[],
): ReadonlySet<number> {
  const groups = groupRows(rows, words)
  const level = groups.filter(
    ({ word, rows: [first] }) => word !== null && first && word.start >= first.start,
  )
  if (level.length === 0) return NONE
  if (areCentred(level)) return linesOf(level)
  if (tellsRowsApart(rows, words) || comeToSums(groups) || areApart(groups)) return linesOf(level)
  const hasCapitals = rows.some(({ text }) => text !== null && !isTotalLabel(text) && isInCapitals(text))
  const isSpaced = gapsIn(groups).some(isGap)
  return linesOf(
    level.filter(
      group =>
        group.word?.isMarked === true ||
        (!hasCapitals && isInCapitals(group.word?.text ?? '')) ||
        (!isSpaced && isParted(group)) ||
        isNamedBySum(group),
    ),
  )
}

const NONE: ReadonlySet<number> = new Set()

function linesOf(groups: readonly Group[]): ReadonlySet<number> {
  return new Set(groups.flatMap(({ word }) => word?.line ?? []))
}

function groupRows(rows: readonly LabelledRow[], words: readonly LabelledWords[]): Group[] {
  const groups: Group[] = [{ word: null, above: null, rows: [] }]
  let above: number | null = null
  let next = 0
  for (const row of rows) {
    while ((words[next]?.line ?? Number.POSITIVE_INFINITY) < row.line)
      groups.push({ word: words[next++] ?? null, above, rows: [] })
    groups.at(-1)?.rows.push(row)
    above = row.line
  }
  return groups
}

/** Are all words set deeper than rows, those before the first row too, which can end no label? */
function areCentred(groups: readonly Group[]): boolean {
  const [first] = groups
  return (
    first?.above === null && groups.every(({ word, rows: [row] }) => row && word && word.start > row.start)
  )
}

/**
 * Words over a single row that is set deeper, as the rest of a label is, where no words stand over several.
 *
 * > Planned Unit
 *     Development      20     2,000,000
 *   Condominium        30     3,000,000
 */
export function findHangingRows(
  rows: readonly LabelledRow[],
  words: readonly LabelledWords[],
): ReadonlySet<number> {
  const groups = groupRows(rows, words)
  const deep = groups.flatMap(({ word, rows: [row, next] }, order) =>
    row && word && row.start > word.start && row.line - word.line === 1 && !word.text.endsWith(':')
      ? [{ word, row, next, below: next ?? groups[order + 1]?.word }]
      : [],
  )
  const [first] = deep
  if (first === undefined) return NONE
  const last = rows.at(-1)
  // One row over the total may be a group, unless others are like labels on two lines.
  const areOthers =
    deep.filter(({ next }) => next === undefined || !isSum(next)).length > 1 ||
    rows.some(row => !isSum(row) && row.start === first.word.start)
  const isHeading = deep.some(
    ({ word, next }) =>
      word.start !== first.word.start ||
      (next && ((isSum(next) && !(next === last && areOthers)) || next.start > word.start)),
  )
  const isUnder = words.some(word => word.start < first.word.start)
  if (isHeading || isUnder || isToldTwice(deep)) return NONE
  return new Set(deep.flatMap(({ word, below }) => (below?.start === word.start ? word.line : [])))
}

/** Does a label come again, or a heading as one that goes on? */
function isToldTwice(deep: readonly { word: LabelledWords; row: LabelledRow }[]): boolean {
  const labels = new Set(deep.map(({ row }) => row.text))
  const headings = new Set(deep.map(({ word }) => withoutContinued(word.text)))
  return labels.size < deep.length || headings.size < deep.length
}

/**
 * Do labels repeat below one heading and the next, or are all of those right below whole ranges?
 *
 * Not where a label comes twice below one heading, for then headings do not tell the rows apart either. A label that is
 * the first of each may be the end of a wrapped one: `Two to Four` / `Family`, `Five or More` / `Family`.
 */
function tellsRowsApart(rows: readonly LabelledRow[], words: readonly LabelledWords[]): boolean {
  const firstOf = new Map<string, boolean>()
  const within = new Set<string>()
  let isRepeated = false
  let areRanges = true
  let isFirst = true
  let isHeaded = false
  let next = 0
  for (const { line, start, text } of rows) {
    const above = next
    while ((words[next]?.line ?? Number.POSITIVE_INFINITY) < line) next++
    const word = words[next - 1]
    if (next > above && word?.start === start) {
      isHeaded = true
      areRanges &&= WHOLE_RANGE.test(text ?? '') && !WANTS_FIGURE.test(word.text)
      within.clear()
      isFirst = true
    }
    if (text === null || isTotalLabel(text)) continue
    if (within.has(text)) return false
    const wasFirst = firstOf.get(text)
    if (wasFirst !== undefined && !(wasFirst && isFirst)) isRepeated = true
    firstOf.set(text, (wasFirst ?? true) && isFirst)
    within.add(text)
    isFirst = false
  }
  return isRepeated || (areRanges && isHeaded)
}

const WHOLE_RANGE =
  /^\$?\d[\d,.]{0,20}%? ?(?:[-–—]|to|thru|through) ?\$?\d[\d,.]{0,20}%?$|^\$?\d[\d,.]{0,20}%? (?:or|and) (?:less|more|lower|higher|below|above|under|over|greater|fewer|later|earlier)$/i
/** `Greater than`, `Between`, `50.01 -`: what goes on with a figure. */
const WANTS_FIGURE = /(?:\b(?:than|over|above|below|under|least|most|between|from|equal)|[-–—\d])$/i

/**
 * Do the rows right below all words, and those above them, come to a sum that ends them, two groups or more? A label that
 * wraps stands anywhere among the rows of a sum.
 *
 * > Residential
 *   Single Family      40      4,000,000
 *   Condominium        20      2,000,000
 *   Subtotal           60      6,000,000
 *   Commercial
 *   Office             40      4,000,000
 *   Subtotal           40      4,000,000
 */
function comeToSums(groups: readonly Group[]): boolean {
  const filled = groups.filter(({ rows }) => rows.length > 0)
  const added = filled.filter(({ rows }) => comesToSum(rows))
  return added.length > 1 && filled.every(group => group.word === null || comesToSum(group.rows))
}

/** Do the rows up to the first sum come to it, in each column that adds up at all, and one at the least? */
function comesToSum(rows: readonly LabelledRow[]): boolean {
  const end = rows.findIndex(isSum)
  const sum = rows[end]
  if (sum === undefined || end < 1) return false
  return sum.figures.some((printed, order) => {
    const whole = readFigure(printed ?? '')
    if (whole === null || whole.digits === 0) return false
    let digits = 0
    for (const { figures } of rows.slice(0, end)) {
      const part = readFigure(figures[order] ?? '')
      if (part === null || part.decimals !== whole.decimals) return false
      digits += part.digits
    }
    return digits === whole.digits
  })
}

/** Is the row the sum of those above it: named so, or without a label? */
export function isSum({ text }: Pick<LabelledRow, 'text'>): boolean {
  return text === null || (isTotalLabel(text) && !isCarriedLabel(text))
}

/** Does the first sum below the words name them? `Total Residential` */
function isNamedBySum({ word, rows }: Group): boolean {
  const sum = rows.find(isSum)
  return word !== null && isTotalOf(sum?.text ?? '', word.text)
}

/** Are the words wholly in capitals, one of them longer than an abbreviation is? */
function isInCapitals(text: string): boolean {
  return text === text.toUpperCase() && /[A-Z]{5}/.test(text)
}

/**
 * The rows after the last group that a blank line parts from it, where blank lines end groups.
 *
 * > Fixed Rate
 *   Purchase      40    600
 *
 *   Adjustable Rate
 *   Purchase       3     60
 *
 *   Unknown        1     20     of no group
 */
export function findRowsApart(
  rows: readonly LabelledRow[],
  words: readonly LabelledWords[],
): ReadonlySet<number> {
  const groups = groupRows(rows, words)
  if (!areApart(groups)) return NONE
  const last = groups.at(-1)?.rows ?? []
  return new Set(last.flatMap((row, order) => (isGap(gapAbove(last, order)) ? [row.line] : [])))
}

/** Does a blank line stand above all words that have rows above them, and above no row but those after the last group? */
function areApart(groups: readonly Group[]): boolean {
  const above = groups.flatMap(({ word, above }) =>
    word === null || above === null ? [] : [word.line - above],
  )
  const within = gapsIn(groups.slice(0, -1))
  return above.length > 0 && above.every(isGap) && within.length > 0 && !within.some(isGap)
}

/** How many lines further down than the row above it each row stands that no words and no sums part from it. */
function gapsIn(groups: readonly Group[]): number[] {
  return groups.flatMap(({ rows }) => rows.flatMap((_, order) => gapAbove(rows, order) ?? []))
}

function gapAbove(rows: readonly LabelledRow[], order: number): number | null {
  const [above, row] = [rows[order - 1], rows[order]]
  return above === undefined || row === undefined || isSum(row) || isSum(above) ? null : row.line - above.line
}

/** Is anything printed, or left blank, between the two? */
const isGap = (lines: number | null) => lines !== null && lines > 1

/** Does a blank line or a rule part words from the row that they stand right over, and from the one above? */
function isParted({ word, above, rows: [first] }: Group): boolean {
  if (word === null || first === undefined) return false
  const gap = first.line - word.line
  return gap > 1 && (above === null || word.line - above >= gap)
}
