import { type ColumnExtent, moveColumn } from './find-columns.ts'
import type { Fragment } from './fragment.ts'
import { type Extent, findBetterShift, isLinedUp, linedUpWith } from './line-up.ts'
import { type Drawn, pairByPlace } from './pair-by-place.ts'
import { pairByStacks } from './pair-by-stacks.ts'
import { isRuledBeside } from './rule-columns.ts'
import type { ScannedLines } from './scan-lines.ts'
import { standsPlainly } from './stands-plainly.ts'

/** A header's words as they are given to labels and columns, and all that they are given by. */
export type Pairing = {
  scan: ScannedLines
  headerLines: readonly number[]
  /** Its pieces as blanks part them, and as gutters between columns part these. */
  printed: readonly Fragment[][]
  lines: readonly Fragment[][]
  drawn: Drawn
  labels: Extent
  /** The labels' words, then those of each column. */
  bins: readonly Fragment[][]
}

/** Why a column's words may head another: the words that other likely ways to pair the header give it, where they give any. */
export type Doubt = { rivals: readonly (readonly Fragment[])[] }

/**
 * Tell for each column whether its words may as well head another: another likely way to pair the header with the
 * figures gives it other words. Null where nothing speaks of it.
 *
 * Likely are, beside the place of the words: the columns of rows that stand shifted against the others; lines of the
 * header moved to where more of their words line up with the figures; the order of stacks, and of lines with one piece for
 * each column. Words that two columns share and neither adds to are those of neither; where a column has two pieces of one
 * line, one of them is of a column that has none of it. While a column is bare, words
 * that do not line up with theirs are not certain either; and none are when header and figures plainly stand apart.
 * What the columns add up to has no say in it.
 */
export function findDoubts(pairing: Pairing, rivals: readonly (readonly ColumnExtent[])[]): (Doubt | null)[] {
  const { bins, printed, labels } = pairing
  const isApart = standsApart(pairing)
  const crowded = findCrowded(bins.slice(1))
  if (!isApart && !crowded.includes(true) && countBare(bins) === 0 && standsPlainly(pairing))
    return bins.slice(1).map(() => null)
  const stacked = pairByStacks(printed, bins.length, labels)
  const whole = wholeLines(pairing)
  const others = [
    ...rivals.map(columns => pairWith(pairing, columns)),
    ...pairMoved(pairing),
    ...(stacked === null ? [] : [stacked]),
    ...(whole.length === 0 ? [] : [pairWhole(bins, whole)]),
  ]
  const likely = others.filter(one => countBare(one) <= countBare(bins))
  const hasBare = countBare(bins) > 0
  const [, ...own] = bins
  const isShared = sharedBy(own)
  return own.map((words, order) => {
    const rivals = likely.map(one => one[order + 1] ?? []).filter(one => !isSame(one, words))
    const isInDoubt =
      words.length > 0 &&
      (isApart ||
        crowded[order] === true ||
        isShared(words) ||
        (hasBare && !words.some(piece => isLinedUp(piece, pairing.drawn.columns.slice(order, order + 1)))) ||
        rivals.length > 0 ||
        whole.some(line => isOutOfOrder(line[order], words)))
    return isInDoubt ? { rivals } : null
  })
}

/** Tell of each column whether it has two pieces of a line, or none of a line of which another has two. */
function findCrowded(own: readonly (readonly Fragment[])[]): boolean[] {
  const counts = own.map(words => {
    const ofLines = new Map<number, number>()
    for (const { index } of words) ofLines.set(index, (ofLines.get(index) ?? 0) + 1)
    return ofLines
  })
  const crowded = new Set(
    counts.flatMap(ofLines => [...ofLines].flatMap(([line, count]) => (count > 1 ? line : []))),
  )
  return counts.map(ofLines => [...crowded].some(line => ofLines.get(line) !== 1))
}

/** The words as they are given, but for those of lines that have one piece for each column, which are given by order. */
function pairWhole([left = [], ...own]: readonly Fragment[][], whole: readonly Fragment[][]): Fragment[][] {
  const byOrder = new Set(whole.map(([first]) => first?.index))
  return [
    left,
    ...own.map((words, order) => {
      const others = words.filter(({ index }) => !byOrder.has(index))
      const pieces = whole.flatMap(line => line[order] ?? [])
      return [...others, ...pieces].sort((one, other) => one.index - other.index)
    }),
  ]
}

/** How far words may stand out of the last piece of a rule. */
const MOST_STRAY = 3

/**
 * Do words stand beyond all figures, out of the rule that draws their columns, or with one beside the figures? Or do
 * words not line up though most columns are bare?
 */
function standsApart({ scan, headerLines, lines, drawn, labels, bins }: Pairing): boolean {
  if (!drawn.isRuled && isRuledBeside(scan, headerLines, drawn.columns)) return true
  const { start, end } = drawn.columns[drawn.columns.length - 1] ?? { start: 0, end: 0 }
  // Words wider than their piece of a rule begin where it does, words that have slid do not.
  const isBeyond = (last: Fragment | undefined) =>
    last !== undefined &&
    (last.start > end || (drawn.isRuled && last.start > start + MOST_STRAY && last.end > end + MOST_STRAY))
  if (lines.some(line => isBeyond(line[line.length - 1]))) return true
  const bare = countBare(bins)
  const isInLine = linedUpWith([labels, ...drawn.columns])
  const isLoose = lines.some(line => !line.every(isInLine))
  return bare * 2 > drawn.columns.length && isLoose
}

/**
 * The pieces over columns of each line that has one for every column, as printed or parted at gutters; where no column is
 * bare, one for the labels too, or none over them.
 */
function wholeLines({ printed, lines, bins, labels }: Pairing): Fragment[][] {
  const hasBare = countBare(bins) > 0
  const columnsOf = (line: readonly Fragment[] = []): Fragment[] | null => {
    if (line.length === bins.length) return line.slice(1)
    const isWhole = line.length === bins.length - 1 && (hasBare || (line[0]?.start ?? 0) >= labels.end)
    return isWhole ? [...line] : null
  }
  return lines.flatMap((line, order) => {
    const whole = columnsOf(line) ?? columnsOf(printed[order])
    return whole === null ? [] : [whole]
  })
}

/** The header over other columns. */
function pairWith({ scan, headerLines, lines, drawn }: Pairing, columns: readonly ColumnExtent[]) {
  const labelEnd = Math.min(drawn.labelEnd, columns[0]?.start ?? drawn.labelEnd)
  return pairByPlace(scan, headerLines, lines, { ...drawn, columns, labelEnd, gutters: [], isRuled: false })
}

/**
 * The header with words moved that line up only so; none where all do. In each line, those from the first that does not
 * on are moved by as much as most of them need.
 */
function pairMoved({ scan, headerLines, lines, drawn, labels, bins }: Pairing): Fragment[][][] {
  const targets = [labels, ...drawn.columns]
  const isInLine = linedUpWith(targets)
  if (lines.every(line => line.every(isInLine))) return []
  const inPlace = [...targets, ...lines.flatMap(line => line.filter(isInLine))]
  const isInPlace = linedUpWith(inPlace)
  const shifts = lines.map(line => {
    const first = line.findIndex(piece => !isInPlace(piece))
    return first < 0 ? 0 : findBetterShift(line.slice(first), targets, inPlace)
  })
  if (shifts.every(shift => shift === 0)) return []
  const parts = lines.flatMap((line, index) => {
    const shift = shifts[index] ?? 0
    const isMoved = (piece: Fragment) => shift !== 0 && !isInPlace(piece)
    const left = line.filter(piece => !isMoved(piece))
    return [
      pairByPlace(scan, headerLines, [line.filter(isMoved)], moveDrawn(drawn, -shift)),
      pairByPlace(scan, headerLines, [left], drawn),
    ]
  })
  return [bins.map((_, order) => parts.flatMap(own => own[order] ?? []))]
}

function moveDrawn({ columns, labelStart, labelEnd, gutters, ...rest }: Drawn, by: number): Drawn {
  return {
    columns: columns.map(column => moveColumn(column, by)),
    labelStart: labelStart + by,
    labelEnd: labelEnd + by,
    gutters: gutters.map(gutter => (gutter === null ? null : gutter + by)),
    ...rest,
  }
}

function countBare([, ...columns]: readonly Fragment[][]): number {
  return columns.filter(({ length }) => length === 0).length
}

function isSame(one: readonly Fragment[], other: readonly Fragment[]): boolean {
  if (one.length !== other.length) return false
  return one.every(({ index, start, end }, at) => {
    const piece = other[at]
    return piece?.index === index && piece.start === start && piece.end === end
  })
}

/** Tells of the words of a column whether another column has the same. */
function sharedBy(columns: readonly Fragment[][]): (words: readonly Fragment[]) => boolean {
  const times = new Map<string, number>()
  const keyOf = (words: readonly Fragment[]) =>
    words.map(({ index, start, end }) => `${index}:${start}-${end}`).join(' ')
  for (const words of columns) {
    const key = keyOf(words)
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  return words => (times.get(keyOf(words)) ?? 0) > 1
}

/** Does the column have another piece of the line than its own by order, or than a part of that? */
function isOutOfOrder(own: Fragment | undefined, words: readonly Fragment[]): boolean {
  const [given, ...more] = words.filter(({ index }) => index === own?.index)
  if (own === undefined || given === undefined || more.length > 0) return true
  return given.start !== own.start || given.end !== own.end
}

/**
 * Tell for each column of a header paired by the order of one line, whether it has words of another line that lines up
 * with that only when moved, or words of one of which a column has two pieces.
 */
export function findDoubtsOfOrder(lines: readonly Fragment[][], bins: readonly Fragment[][]): boolean[] {
  const [first = [], ...over] = bins
  const ofLine = (words: readonly Fragment[], line: number) => words.filter(({ index }) => index === line)
  const asked = [...new Set(first.map(({ index }) => index))]
  const whole = asked.findLast(index => over.every(words => ofLine(words, index).length === 1))
  if (whole === undefined) return []
  const words = bins.flatMap(one => ofLine(one, whole))
  const printed = new Set(lines.flat())
  const crowded = findCrowded(over.map(one => one.filter(piece => printed.has(piece))))
  const moved = lines.filter(line => line[0]?.index !== whole && findBetterShift(line, words) !== 0)
  return over.map(
    (one, order) =>
      crowded[order] === true || moved.some(line => ofLine(one, line[0]?.index ?? -1).length > 0),
  )
}
