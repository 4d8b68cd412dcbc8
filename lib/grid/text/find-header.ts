import type { ColumnExtent } from './find-columns.ts'
import { splitFragments } from './fragments.ts'
import { isProseAt } from './prose.ts'
import { fromAt, type ScannedLines, shapeAt, textAt, toAt } from './scan-lines.ts'

/**
 * Lines of header and title over a block, top to bottom, 0-based; the headings are those above the title. `top` is the first
 * of all that stands right over the block, a running head too; -1 where nothing does.
 */
export type TopLines = {
  header: number[]
  title: number[]
  headings: number[]
  top: number
  isTitleBelow?: true
}

const MOST_HEADER_LINES = 10
const MOST_TITLE_LINES = 3
const MOST_BLANKS = 4
/** So far above a table do headings still speak for it when nothing else stands between. */
const MOST_HEADINGS = 12

/**
 * Find header and title above a block's first row, not reaching up to `floor`.
 *
 * > Title
 *                       blank or full rule
 *   Range of      Number of      header: up to a blank line, a full rule, a tag
 *   Rates             Loans
 *   -------------------------
 *   5.750                 1      first row
 *
 * Where no blank or rule parts them, a line of one piece that reaches from the labels over the figures is the title.
 */
export function findTopLines(scan: ScannedLines, firstRow: number, floor: number, table: Width): TopLines {
  const stack = findHeaderLines(scan, firstRow - 1, floor)
  return findTopBelowRule(scan, stack, floor, table) ?? findTopOver(scan, stack, firstRow, floor, table)
}

/**
 * The same where the title stands between the header's rule and the rows; null where it does not.
 *
 * >                     # of     Principal
 *                      Loans       Balance       header
 *   =====================================
 *   FICO Score                                   title
 *   ----------
 *   600 to 699          100    20,000,000
 */
function findTopBelowRule(
  scan: ScannedLines,
  stack: readonly number[],
  floor: number,
  table: Width,
): TopLines | null {
  const [first] = stack
  if (first === undefined || headsColumns(scan, stack, table)) return null
  let rule = first - 1
  while (rule > floor && shapeAt(scan, rule) === 'blank') rule--
  if (shapeAt(scan, rule) !== 'rule') return null
  const header = findHeaderLines(scan, rule - 1, floor)
  if (!header.some(index => headsEach(scan, index, table))) return null
  const over = findTopOver(scan, header, rule, floor, table)
  const headings = [...over.headings, ...over.title]
  return { header: over.header, title: [...stack], headings, top: first, isTitleBelow: true }
}

/** Do words of these lines stand over columns, but for a single piece a line, as titles are? */
export function headsColumns(scan: ScannedLines, lines: readonly number[], { columns }: Width): boolean {
  const figuresAt = columns[0]?.start ?? 0
  return lines.some(index => toAt(scan, index) > figuresAt && splitFragments(scan, index).length > 1)
}

/** Do several pieces of a line stand over the figures? */
function headsEach(scan: ScannedLines, index: number, { labelEnd }: Width): boolean {
  return splitFragments(scan, index).filter(({ end }) => end > labelEnd).length > 1
}

function findTopOver(
  scan: ScannedLines,
  stack: readonly number[],
  firstRow: number,
  floor: number,
  table: Width,
): TopLines {
  const top = (stack[0] ?? firstRow) - 1
  const onTop = takeWhile(stack, index => isTitleOver(scan, index, table))
  const isHeader = onTop.length === stack.length && stack.every(index => reachesOverAll(scan, index, table))
  const near = isHeader || onTop.length === 0 ? findTitleLines(scan, top, floor) : []
  const titled = isRunningHead(scan, near, stack, table) ? [] : near
  const crossing = isHeader && titled.length > 0 ? [] : onTop
  const above = crossing.length > 0 ? [] : titled
  const isBare = crossing.length === 0 && above.length === 0
  const inStack = isBare ? findTitleInStack(scan, stack, table) : crossing
  const title = inStack.length > 0 ? inStack : above
  const header = stack.slice(inStack.length)
  const headings = findHeadings(scan, (title[0] ?? top + 1) - 1, floor)
  return { header, title, headings, top: title[0] ?? near[0] ?? header[0] ?? -1 }
}

/**
 * Do lines of two or three pieces at the top of a page run over every page, where the header over the labels tells the
 * tables apart?
 *
 * > <PAGE>
 *   SOME LENDER                             Some Program
 *   SLT 2004-2                    Group 1 Mortgage Loans
 *
 *   Credit Score            Loans                Balance
 */
function isRunningHead(
  scan: ScannedLines,
  lines: readonly number[],
  header: readonly number[],
  { labelEnd }: Width,
): boolean {
  const [first] = lines
  if (first === undefined || shapeAt(scan, first - 1) !== 'page') return false
  const hasStub = header.some(index => fromAt(scan, index) < labelEnd)
  return hasStub && lines.every(index => !isOnePiece(scan, index))
}

/** Where labels end and figures stand, 0-based. */
export type Width = { labelEnd: number; columns: readonly ColumnExtent[] }

function takeWhile(lines: readonly number[], holds: (index: number) => boolean): number[] {
  const end = lines.findIndex(index => !holds(index))
  return end < 0 ? [...lines] : lines.slice(0, end)
}

/** Lines over the figures; else the first, where words over labels stand again below a line that has none there. */
function findTitleInStack(scan: ScannedLines, stack: readonly number[], table: Width): number[] {
  const over = takeWhile(stack.slice(0, -1), index => isLineOver(scan, index, table))
  const [first, second] = stack
  if (over.length > 0 || first === undefined || second === undefined) return over
  const isAlone = isOnePiece(scan, first) && fromAt(scan, first) < table.labelEnd
  const isParted = second === first + 1 && fromAt(scan, second) >= table.labelEnd
  const isStubBelow = stack.slice(2).some(index => fromAt(scan, index) < table.labelEnd)
  return isAlone && isParted && isStubBelow ? [first] : []
}

/** A line of one piece that reaches from the labels over the figures. */
function isTitleOver(scan: ScannedLines, index: number, { labelEnd }: Width): boolean {
  return isOnePiece(scan, index) && fromAt(scan, index) < labelEnd && toAt(scan, index) > labelEnd + 4
}

/** Does a line of one piece end over the last of several columns, as a header with words a single blank apart does? */
function reachesOverAll(scan: ScannedLines, index: number, { columns }: Width): boolean {
  const last = columns[columns.length - 1]
  return last !== undefined && columns.length > 1 && toAt(scan, index) > last.start
}

/** A line of one piece over two columns, without a rule of its own: the title, where nothing else is one. */
function isLineOver(scan: ScannedLines, index: number, { columns }: Width): boolean {
  const [first, second] = columns
  if (first === undefined || second === undefined || shapeAt(scan, index + 1) === 'rule') return false
  return isOnePiece(scan, index) && fromAt(scan, index) < first.start && toAt(scan, index) > second.start
}

function isOnePiece(scan: ScannedLines, index: number): boolean {
  return splitFragments(scan, index).length === 1
}

/** Walk up over the header stack; `index` falls in every round. */
export function findHeaderLines(scan: ScannedLines, bottom: number, floor: number): number[] {
  const header: number[] = []
  let blanks = 0
  for (let index = bottom; index > floor && header.length < MOST_HEADER_LINES; index--) {
    const shape = shapeAt(scan, index)
    if (shape === 'page') break
    if (shape === 'blank' && (header.length > 0 || ++blanks > MOST_BLANKS)) break
    if (shape === 'rule' && header.length > 0 && isFullRule(scan, index, header)) break
    if (shape === 'tag' && header.length > 0) break
    if (shape !== 'text') continue
    if (isProseAt(scan, index) || isRowOver(scan, index)) break
    header.unshift(index)
  }
  return header
}

/**
 * Is a line a row of another table, to which words of the header were joined, or a rule?
 *
 * > 70.01 - 80.00     13,859,905     22.52     Minimum
 *   Purpose                Loans   Balance        Rate
 */
function isRowOver(scan: ScannedLines, index: number): boolean {
  const [label, ...others] = splitFragments(scan, index)
  return (
    label !== undefined &&
    others.some(({ start, end }) => {
      const piece = (scan.lines[index] ?? '').slice(start, end).trim()
      return A_FIGURE.test(piece) && !A_YEAR.test(piece)
    })
  )
}

const A_FIGURE = /^\$?\s?\d[\d,]{0,20}(?:\.\d{1,6})?%?$/
const A_YEAR = /^(?:19|20)\d\d$/

/** One unbroken rule, at least as wide as half of the stack below it. */
function isFullRule(scan: ScannedLines, index: number, header: readonly number[]): boolean {
  if (textAt(scan, index).includes(' ')) return false
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const line of header) {
    from = Math.min(from, fromAt(scan, line))
    to = Math.max(to, toAt(scan, line))
  }
  return (toAt(scan, index) - fromAt(scan, index)) * 2 >= to - from
}

/** The words nearest above the header, past blanks, rules and table tags. */
function findTitleLines(scan: ScannedLines, bottom: number, floor: number): number[] {
  const title: number[] = []
  let blanks = 0
  for (let index = bottom; index > floor && title.length < MOST_TITLE_LINES; index--) {
    const shape = shapeAt(scan, index)
    if (shape === 'page') break
    if (shape === 'blank' && (title.length > 0 || ++blanks > MOST_BLANKS)) break
    if (shape !== 'text') {
      if (title.length > 0) break
      continue
    }
    // Words right under a sentence are its end, not a title.
    if (isProseAt(scan, index)) return []
    if (isFurnitureAt(scan, index)) break
    title.unshift(index)
  }
  return title
}

/** Short lines above the title, over page breaks too; they tell the loan group when nothing nearer does. */
function findHeadings(scan: ScannedLines, bottom: number, floor: number): number[] {
  const headings: number[] = []
  for (let index = bottom; index > floor && headings.length < MOST_HEADINGS; index--) {
    if (shapeAt(scan, index) !== 'text' || toAt(scan, index) - fromAt(scan, index) > 90) continue
    if (!isProseAt(scan, index) && !isFurnitureAt(scan, index) && !endsSentence(scan, index))
      headings.unshift(index)
  }
  return headings
}

/** Is the line right under a sentence, and so its end? */
function endsSentence(scan: ScannedLines, index: number): boolean {
  return shapeAt(scan, index - 1) === 'text' && isProseAt(scan, index - 1)
}

const FURNITURE =
  /^(?:[-–]?\s*(?:[A-Z]-)?\d{1,4}\s*[-–]?|page\s+\d+(?:\s+of\s+\d+)?|(?:exhibit|ex\.?)[\s-]*\d[\w.()-]*)$/i

/** What pages end and begin in where a table goes on: `(continued on next page)`. */
const GOES_ON =
  /^\(?(?:table )?cont(?:inued|'?d\.?|\.)(?: (?:on|from)(?: the)? (?:next|following|previous|prior|preceding|last) page)?\)?[.:]?$/i
const LONGEST_FURNITURE = 50

/** A page number in one of its forms, or that of an exhibit, or words that a table goes on. */
export function isFurniture(text: string): boolean {
  return text.length <= 20 && FURNITURE.test(text)
    ? true
    : text.length <= LONGEST_FURNITURE && GOES_ON.test(text)
}

/** Is the line one of these? Longer ones are not even taken out to be looked at. */
export function isFurnitureAt(scan: ScannedLines, index: number): boolean {
  const length = toAt(scan, index) - fromAt(scan, index)
  if (length > LONGEST_FURNITURE) return false
  if (length <= 20) return isFurniture(textAt(scan, index))
  const first = (scan.lines[index]?.charCodeAt(fromAt(scan, index)) ?? 0) | 32
  // A bracket, and the letters that such words begin with.
  return (first === 40 || first === 116 || first === 99) && isFurniture(textAt(scan, index))
}
