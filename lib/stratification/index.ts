import { addAll } from '../add-all.ts'
import type { Grid } from '../grid/grid.ts'
import { issue, type Staged } from '../issues.ts'
import type { Issue, OtherTable, Place, Stratification } from '../report.ts'
import { ReportRoom } from '../report-room.ts'
import { divideHeader } from './divide-header.ts'
import { type DocumentFacts, documentFacts } from './document-subject.ts'
import { foldIssues } from './fold-issues.ts'
import { withHeadingsBeside } from './headings-beside.ts'
import { isWorthKeeping, keepOther } from './keep-other.ts'
import { wordsAboveTeller } from './lead-in.ts'
import { type GroupReading, loanGroupTeller } from './loan-group.ts'
import { nameTables } from './name-tables.ts'
import { namePartsInTitles } from './parts-in-titles.ts'
import { type HeadedTable, namePartsOfPool } from './parts-of-pool.ts'
import { placeTotal } from './place-total.ts'
import { type Reading, readAsSplit, readStratification, readTable } from './read-stratification.ts'
import type { ReadTable } from './read-table.ts'
import { issuesOfOther } from './rows-by-themselves.ts'
import { scaleTeller } from './said-scales.ts'
import { settleWords } from './settle-words.ts'
import { splitGroups } from './split-groups.ts'
import { splitTitle } from './split-title.ts'
import { splitStackedGroups } from './stacked-groups.ts'
import { sizeOfIssues, sizeOfOther, sizeOfStratification } from './table-size.ts'
import { withTitleOfHeader } from './title-in-header.ts'
import { stackTitler } from './title-of-stack.ts'
import { withoutPrintedAgain } from './without-printed-again.ts'

/** The tables of a filing: those that split a pool, and all others with the reason why they do not. */
export type ReadTables = { stratifications: Stratification[]; otherTables: OtherTable[] }

/**
 * Read the grids of a filing, in the order they are printed.
 *
 * `lines` are the file's, for the signs that other tables print; `room` is what the report has for tables. Issues are
 * those of the grids and of `readStratification`; a table that is no stratification raises none of the latter, it says
 * why itself. Tables without room raise `tables-are-left-out`, issues alike without end `more-issues-alike`. `watch` is
 * told of each table how it was read.
 */
export function readStratifications(
  grids: Iterable<Grid>,
  lines: readonly string[] = [],
  room: ReportRoom = new ReportRoom(),
  watch: Watch | null = null,
): Staged<ReadTables> {
  const tellLoanGroup = loanGroupTeller(lines)
  const tellScales = scaleTeller(lines)
  const tellWordsAbove = wordsAboveTeller(lines)
  const titleInStack = stackTitler()
  const facts = documentFacts(lines)
  const pools = new Map<string, number>()
  const headed: HeadedTable[] = []
  const otherTables: OtherTable[] = []
  const issues: Issue[] = []
  const leftOut: Place[] = []
  for (const found of grids) {
    const printed = titleInStack(
      settleWords(
        withHeadingsBeside(withoutPrintedAgain(withTitleOfHeader(divideHeader(placeTotal(found)), lines))),
      ),
    )
    addAll(issues, foldIssues(printed.issues ?? []))
    if (printed.rows.length === 0) continue
    const above = tellWordsAbove(printed)
    for (const grid of splitWhereRead(printed)) {
      const group = tellLoanGroup(grid)
      const table = readTable(grid, tellScales(grid))
      const before = headed.length
      const isTotalOfPool = (loans: number, balance: number) =>
        (pools.get(`${loans} ${balance}`) ?? before) < before
      const document = { ...facts, isTotalOfPool, above }
      const reading = readAsSplit(table, group.group, document)
      if ('stratification' in reading) {
        const own = foldIssues(reading.issues)
        if (room.take(sizeOfStratification(reading.stratification) + sizeOfIssues(own))) {
          headed.push({ table: reading.stratification, headings: headingsOf(grid) })
          noteTotal(pools, reading.stratification, before)
          watch?.({ printed, table, reading, group, document })
          addAll(issues, own)
        } else leftOut.push(grid.at)
      } else if (isWorthKeeping(grid)) {
        const other = keepOther(grid, reading, lines)
        if (room.take(sizeOfOther(other))) {
          otherTables.push(other)
          addAll(issues, issuesOfOther(table, reading))
          watch?.({ printed, table, reading, group, document })
        } else leftOut.push(grid.at)
      }
    }
  }
  const [first = null] = leftOut
  if (first !== null) issues.push(issue('tables-are-left-out', { tables: leftOut.length }, first))
  addAll(issues, namePartsInTitles(headed, lines))
  addAll(issues, namePartsOfPool(headed))
  return { value: { stratifications: nameTables(headed.map(({ table }) => table)), otherTables }, issues }
}

/** Keep the number and balance of a table, with its place among those of the pool. */
function noteTotal(pools: Map<string, number>, { total }: Pick<Stratification, 'total'>, order: number) {
  const { loanCount, balanceCents } = total?.values ?? {}
  const key = `${loanCount} ${balanceCents}`
  if (loanCount && balanceCents && !pools.has(key)) pools.set(key, order)
}

/**
 * How a table was read: what is known of it, what became of it, and what speaks of its loan group. A stratification's own
 * group may still change, where the totals of all tables tell the parts of the pool.
 */
export type TableReading = {
  /** The grid as printed, of which the table may be the part of one loan group. */
  printed: Grid
  table: ReadTable
  reading: Reading
  group: GroupReading
  document: DocumentFacts
}

/** Is told how each table that is given was read, in the order they are printed. */
export type Watch = (table: TableReading) => void

/** The headings above a table, those in its title included, as printed. */
function headingsOf(grid: Grid): string[] {
  return [...grid.headings, ...splitTitle(grid).headings].map(({ text }) => text)
}

/** Groups side by side, or one below the other, are tables of their own where each of them splits its pool; else the table stays as printed. */
function splitWhereRead(grid: Grid): Grid[] {
  const isRead = (part: Grid) => 'stratification' in readStratification(part, null)
  const beside = splitGroups(grid)
  const [only] = beside
  if (only === undefined || beside.length > 1) return beside.every(isRead) ? beside : [grid]
  const below = splitStackedGroups(only)
  return below.length === 1 || below.every(isRead) ? below : beside
}
