import { addAll } from '../../add-all.ts'
import { largest } from '../../extremes.ts'
import { gridSettings } from '../settings.ts'

/**
 * Lines of one table whose fields tabs part, by their order in the file: `rows` the lines with tabs, split at them, and
 * `rules` the lines between them that only draw. `widths` is the width of each field, or null where fields stand at
 * tab stops.
 */
export type TabRun = { rows: [line: number, fields: string[]][]; rules: number[]; widths: number[] | null }

/** A tab stop every so many columns, as printers have. */
export const STOP = 8
/** Blanks between two fields that tabs part. */
export const GAP = 3
/** So many lines of words may stand between two rows: a wrapped label, the heading of a group. */
const MOST_WORDS = 3
/** No table has more fields; bounds the work on lines of nothing but tabs. */
const MOST_FIELDS = 60

/**
 * The runs of lines with tabs from `first` up to `last`, 0-based. `unread` are lines with tabs that are wider than any
 * table, by themselves or as wide as the fields of their run.
 */
export function findTabRuns(
  lines: readonly string[],
  first: number,
  last: number,
): { runs: TabRun[]; unread: number[] } {
  const runs: TabRun[] = []
  const unread: number[] = []
  for (let index = first; index < last; index++) {
    const line = lines[index] ?? ''
    if (isTooWide(line)) unread.push(index)
    if (!isTabbed(line)) continue
    const { labels, ...run } = takeRun(lines, index, last)
    const widths = widthsOf(
      run.rows.map(([, fields]) => fields),
      labels,
    )
    if (widths === null || canBeSetOut(lines, run, widthOf(widths))) runs.push({ ...run, widths })
    else for (const [row] of run.rows) unread.push(row)
    index = run.end - 1
  }
  return { runs, unread }
}

/** Set out by the number of fields, rows may take so many times their characters; tables of all sorts take up to six. */
const MOST_BLANKS = 16
/** So many characters any run may take. */
const FEW_CHARACTERS = 1_000_000

/**
 * Are the fields of a run no wider than a table, and not so much wider than most of its rows that all would be
 * blanks? Saves room for what no filing prints.
 */
function canBeSetOut(
  lines: readonly string[],
  { rows, rules }: Omit<TabRun, 'widths'>,
  width: number,
): boolean {
  if (width > gridSettings.widestLine) return false
  const total = width * (rows.length + rules.length)
  if (total <= FEW_CHARACTERS) return true
  const printed = [...rows.map(([row]) => row), ...rules].reduce(
    (sum, index) => sum + (lines[index]?.length ?? 0) + 1,
    0,
  )
  return total <= MOST_BLANKS * printed
}

const isTabbed = (line: string) => line.includes('\t') && !isTooWide(line)

/**
 * Is the line wider than any table, its tabs set out at their stops? Others may yet be too wide where all of them are. Saves
 * room for what no filing prints.
 */
function isTooWide(line: string): boolean {
  if (!line.includes('\t')) return false
  if (line.length > gridSettings.widestLine) return true
  let tabs = 0
  for (let at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) tabs++
  return tabs * STOP > gridSettings.widestLine
}

/** How wide the columns of fields are in all, with the blanks between them. */
export function widthOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + GAP, -GAP)
}
const RULE = /^[-_=*~.\s]+$/
const isPrinted = (field: string) => field.trim() !== ''
const countPrinted = (fields: readonly string[]) => fields.filter(isPrinted).length
/** Tabs behind the last words of a line part nothing. */
const lengthOf = (fields: readonly string[]) => fields.findLastIndex(isPrinted) + 1

/**
 * Take lines with tabs, and the blank lines, rules and tags between them, words only between lines of as many fields: these
 * are of labels, or head rows. `end` is behind the last line with a tab, and so above `start`.
 */
function takeRun(
  lines: readonly string[],
  start: number,
  last: number,
): Omit<TabRun, 'widths'> & { end: number; labels: string[] } {
  const isUnderRule = start > 0 && isRule(lines[start - 1] ?? '')
  const run = { rows: [] as TabRun['rows'], rules: isUnderRule ? [start - 1] : [], end: start }
  const labels: string[] = []
  let words: string[] = []
  let rules: number[] = []
  for (let index = start; index < last; index++) {
    const line = lines[index] ?? ''
    if (isTabbed(line)) {
      const fields = line.split('\t')
      if (words.length > 0 && lengthOf(fields) !== lengthOf(run.rows.at(-1)?.[1] ?? [])) break
      run.rows.push([index, fields])
      for (const rule of rules) run.rules.push(rule)
      run.end = index + 1
      addAll(labels, words)
      words = []
      rules = []
    } else if (isRule(line)) rules.push(index)
    else if (isPrinted(line) && !line.trimStart().startsWith('<') && words.push(line) > MOST_WORDS) break
  }
  return { ...run, labels }
}

const isRule = (line: string) => RULE.test(line) && isPrinted(line)

/**
 * The width of every field over the run; null where fields go by tab stops and not by their number. Lines that print their
 * first field alone, and `labels`, stand in the column of the labels.
 */
function widthsOf(rows: readonly string[][], labels: readonly string[]): number[] | null {
  const table = rows.filter(fields => countPrinted(fields) > 1)
  const count = Math.max(0, largest(table.map(lengthOf)))
  if (table.length < 2 || count > MOST_FIELDS || !isNumbered(table, count)) return null
  const widths: number[] = new Array(count).fill(0)
  for (const fields of table) {
    for (const [order, field] of fields.slice(0, count).entries())
      widths[order] = Math.max(widths[order] ?? 0, field.trimEnd().length)
  }
  const alone = rows.flatMap(fields => (lengthOf(fields) === 1 ? (fields[0] ?? []) : []))
  widths[0] = largest([widths[0] ?? 0, ...[...labels, ...alone].map(words => words.trimEnd().length)])
  return widths
}

/**
 * Do fields go by their number? They do where header and rows have as many tabs, or all lines that are full and no blanks
 * stand behind a tab.
 *
 * > Type⇥⇥⇥Loans⇥Balance                     Year⇥Loans⇥Balance
 *   Condominium⇥⇥12⇥1,200.00                 2001⇥   45⇥8,101,534.52
 *   Planned Unit Development⇥7⇥900.00        2002⇥    9⇥  620,480.51
 *       by tab stops                             by their number
 */
function isNumbered(table: readonly string[][], count: number): boolean {
  const hasFigures = table.map(printsFigure)
  const isHeaded = hasFigures.includes(true) && hasFigures.includes(false)
  if (isHeaded && table.every(fields => lengthOf(fields) === count)) return true
  const most = largest(table.map(countPrinted))
  const full = table.filter(fields => countPrinted(fields) === most)
  const isPacked = table.every(fields => fields.slice(1).every(field => !field.startsWith(' ')))
  return isPacked && full.every(fields => lengthOf(fields) === count)
}

const DIGIT = /\d/

/** Is there a piece with digits beside the label? */
function printsFigure(fields: readonly string[]): boolean {
  return fields.slice(1).some(field => DIGIT.test(field))
}
