import { matchDimensions } from '../dimensions/index.ts'
import type { Cell, Grid } from '../grid/grid.ts'
import { isTotalLabel } from '../grid/total-label.ts'
import { type Candidate, type Decision, decide, type Evidence } from '../reading/decision.ts'
import type { Place } from '../report.ts'
import { groupKey } from './group-key.ts'
import { findPageFeet, footBelow, type PageFoot } from './page-feet.ts'
import { groupInSentence } from './said-of-group.ts'
import { type Said, sayGroup, sayNumbered } from './say-group.ts'
import { splitTitle } from './split-title.ts'

/** Where words name a loan group; the nearest to the table's figures first. */
const scopes = [
  'columns',
  'title',
  'stub',
  'headers',
  'total',
  'foot',
  'sentence',
  'heading',
  'above',
  'earlier',
  'nowhere',
] as const
type Scope = (typeof scopes)[number]

const IN_WORDS: Record<Scope, string> = {
  columns: 'The words over its columns say so',
  title: 'Its title says so',
  stub: 'The last words over its labels say so',
  headers: 'The headers of its columns say so',
  total: 'The label of its total says so',
  foot: 'The foot of its page says so',
  sentence: 'A sentence that introduces it says so',
  heading: 'A heading above it says so',
  above: 'The table above it, with the same totals, is of that group and nothing stands between',
  earlier: 'A heading over an earlier table says so',
  nowhere: 'Nothing on or above it names a loan group',
}

/** A loan group that words name, null for the whole pool, and the nearest of them. */
type NamedGroup = { group: string | null; scope: Scope }

/** Whose loans a table is of, by all words on and above it. */
export type GroupReading = { group: string | null; deciding: Decision<NamedGroup> }

/** What stands on the table goes before headings, and of its own words those over its columns go before the title. */
const nearerWords: Evidence<NamedGroup, null> = {
  id: 'nearer-words',
  judge({ scope }, _, rivals) {
    const isNearer = (rival: NamedGroup) => scopes.indexOf(rival.scope) < scopes.indexOf(scope)
    return rivals.some(isNearer)
      ? { says: 'contradicts', why: 'Words nearer to the table say otherwise.' }
      : null
  },
}

/**
 * Tells the loan group of one grid after another, in the order they are printed: as printed in title or column header,
 * else in the headings above, else the last heading before it that named one. Null is the whole pool.
 *
 * > Distribution by Credit Score in Loan Group 1      → "Loan Group 1", for this table, and those right below it without
 *                                                       words over them that come to the same totals
 * > GROUP II                                          → "GROUP II", for tables below until another heading
 *   Group 1            Group 2                        → over tables side by side, for each of them alone
 *
 * A document of a submission begins without any.
 */
export function loanGroupTeller(lines: readonly string[] = []): (grid: Grid) => GroupReading {
  const feet = findPageFeet(lines)
  const documents = lines.flatMap((line, index) => (DOCUMENT.test(line) ? [index + 1] : []))
  const names = new Map<string, string>()
  let standing: Said = null
  let above: GroupedGrid | null = null
  let last: Place | null = null
  return grid => {
    if (last !== null && hasOpened(documents, last, grid.at)) [standing, above] = [null, null]
    const { headings } = splitTitle(grid)
    const { over = headings } = grid
    const foot = footBelow(feet, lines, grid.at)
    const heading = lastSaid(
      [...grid.headings, ...headings.filter(line => over.includes(line))].filter(line => !isFoot(line, feet)),
    )
    if (heading !== null) standing = { group: nameOnce(heading.group, names) }
    const sentence = groupInSentence(lines, last, grid.at)
    const isLast = sentence !== null && (heading === null || heading.line < sentence.line)
    if (isLast && sentence.isOfAll) standing = { group: nameOnce(sentence.group, names) }
    last = grid.at
    const said: [Scope, Said][] = [
      ['columns', saidOver(grid)],
      ['title', saidInTitle(grid)],
      ['stub', saidOverLabels(grid)],
      ['headers', saidInHeaders(grid, heading)],
      ['total', saidInTotal(grid)],
      ['foot', foot],
      ['sentence', isLast ? sentence : null],
      ['above', above !== null && goesOnUnder(above.grid, grid) ? { group: above.group } : null],
      [heading === null ? 'earlier' : 'heading', standing],
    ]
    const candidates = proposeGroups(said, names)
    const deciding = decide('group', candidates, [nearerWords], null)
    const group = deciding.chosen?.group ?? null
    above = group === null ? null : { grid, group }
    return { group, deciding }
  }
}

/** What opens a document of a submission: what an exhibit said of its loans holds for no other. */
const DOCUMENT = /^<DOCUMENT>/i

/** Does one of these lines stand between two places? */
function hasOpened(documents: readonly number[], { line, lastLine = line }: Place, to: Place): boolean {
  return documents.some(at => at >= lastLine && at < to.line)
}

/** Does the line stand at the foot of a page before, which it speaks of? */
function isFoot({ at }: Cell, feet: readonly PageFoot[]): boolean {
  return feet.some(({ line, start, end }) => line === at.line && start < at.end && at.start < end)
}

/** A table that is of a loan group. */
type GroupedGrid = { grid: Grid; group: string }

/** Does a table without any words over it come to the same totals as the one above? */
function goesOnUnder(above: Grid, { title, headings, orphan, rows }: Grid): boolean {
  if (title.length > 0 || headings.length > 0 || orphan !== undefined) return false
  const totals = totalsIn(above.rows)
  return totalsIn(rows).some(total => totals.includes(total))
}

/** What the last row prints, where it is a total; a hundred percent is the total of any table. */
function totalsIn(rows: Grid['rows']): string[] {
  const last = rows[rows.length - 1]
  if (last === undefined || (last.label !== null && !isTotalLabel(last.label.text))) return []
  return last.cells
    .flatMap(cell => cell?.text.replace(/[$ ]/g, '') ?? [])
    .filter(text => /\d/.test(text) && !/^100(?:\.0{1,9})?%?$/.test(text))
}

/** One candidate for each group, in its nearest scope, with all that name it. */
function proposeGroups(said: readonly [Scope, Said][], names: Map<string, string>): Candidate<NamedGroup>[] {
  const named = new Map<string | null, NamedGroup>()
  const proposed = said.flatMap(([scope, words]) => {
    if (words === null) return []
    const group = nameOnce(words.group, names)
    const value = named.get(group) ?? { group, scope }
    named.set(group, value)
    return [{ value, by: IN_WORDS[scope] }]
  })
  return proposed.length > 0 ? proposed : [{ value: { group: null, scope: 'nowhere' }, by: IN_WORDS.nowhere }]
}

/** One name for one group: "LOAN GROUP 2", "Loan Group 2" and "Group 2" are called as the first of them is printed. */
function nameOnce(group: string | null, names: Map<string, string>): string | null {
  if (group === null) return null
  const key = groupKey(group)
  const known = names.get(key)
  if (known === undefined) names.set(key, group)
  return known ?? group
}

/** The numbered loan group that a column header names, in one form whatever it is called there, or null. */
export function groupIn(header: string): string | null {
  const group = sayNumbered(header)?.group
  return group ? groupKey(group) : null
}

const WHOLE = /^(?:aggregate|total|all|combined)\b(?: (?:mortgage )?(?:groups|loans|pool))?(?= \S)/i

/** A header without the loan group, or the whole pool, that it stands under: `Group 1 Balance` is a balance. */
export function withoutGroup(header: string): string {
  const group = sayNumbered(header)?.group ?? null
  return (group === null ? header.replace(WHOLE, '') : header.replace(group, '')).trim()
}

function saidOver({ ofLoans }: Grid): Said {
  return ofLoans === undefined ? null : { group: ofLoans }
}

function saidInTitle(grid: Grid): Said {
  for (const line of grid.title) {
    const said = saidOfLoans(line.text)
    if (said !== null) return said
  }
  return null
}

/**
 * What words say of the loans, but for a kind that all loans are of which have what is split: no group of the pool is
 * named so.
 *
 * > Gross Margins of the Adjustable Rate Mortgage Loans
 */
function saidOfLoans(text: string): Said {
  const said = sayGroup(text)
  if (said?.group == null || FIXED.test(said.group) || sayNumbered(said.group) !== null) return said
  return matchDimensions(text).some(({ ofAdjustable }) => ofAdjustable) ? null : said
}

const FIXED = /^fixed/i

/**
 * A line right above the rows, with nothing between them, stands under the header over the labels.
 *
 * >  Occupancy       Number of Loans      Balance
 *    Group I
 *    Primary                     100   10,000,000
 */
function saidOverLabels({ stub, title }: Grid): Said {
  const group = stub && groupAtEnd(stub.text)
  const isSplit = title.length === 0 && stub?.text === group && sayNumbered(stub?.text ?? '') === null
  return group && !isSplit ? { group } : null
}

/** A number tells a group wherever it ends; a kind of loans may be what is split, or a part of its name. */
function groupAtEnd(header: string): string | null {
  const group = sayGroup(header)?.group ?? null
  if (group === null || !header.endsWith(group)) return null
  const before = header.slice(0, header.length - group.length)
  return sayNumbered(group) !== null || !GOES_ON.test(before) ? group : null
}

/** > Months to Roll of Hybrid Loans */
const GOES_ON = /(?:\b(?:of|for|in|to|on|by|the|all|and|or|with|under)|[,/&-]) $/i

/** The header over the labels without the loan group that stands right under it. */
export function withoutGroupAtEnd(header: string): string {
  return header.slice(0, header.length - (groupAtEnd(header)?.length ?? 0)).trimEnd()
}

/**
 * Headers that name different groups, or a group in shares alone beside shares of the pool, are of the whole pool, unless
 * it is the group that the heading above tells. One over a number or a balance is over all columns, in its middle: the
 * pool is its own.
 *
 * >                      Group 1
 *   Number of Loans     Balance     Percent of Pool
 */
function saidInHeaders(grid: Grid, heading: Said): Said {
  const said = new Map<string, string>()
  let isOver = false
  let ofPool = false
  for (const { header } of grid.columns) {
    const group = sayNumbered(header)?.group
    if (group) {
      if (!said.has(groupKey(group))) said.set(groupKey(group), group)
      isOver ||= !SHARE.test(header)
    } else if (OF_POOL.test(header)) ofPool = true
  }
  const [group] = said.values()
  if (group === undefined) return null
  const isHeaded = heading?.group != null && groupKey(heading.group) === groupKey(group)
  return { group: said.size > 1 || (ofPool && !isOver && !isHeaded) ? null : group }
}

/**
 * The numbered group that the total names, where no other row names any: then the rows may be groups, or be of several.
 *
 * > Single Family         100   20,000,000
 *   Total Group II        100   20,000,000
 */
function saidInTotal({ rows }: Grid): Said {
  const last = rows[rows.length - 1]
  if (last?.label == null || !isTotalLabel(last.label.text)) return null
  const said = sayNumbered(last.label.text)
  const namesGroup = (text: string | null | undefined) => text != null && sayNumbered(text) !== null
  const isOfSeveral = rows.some(row => row !== last && (namesGroup(row.label?.text) || namesGroup(row.group)))
  return isOfSeveral ? null : said
}

const SHARE = /%|\bpercent/i
const OF_POOL = /%.*\bpool\b|\bpercent(?:age)? of .*\bpool\b/i

/** Headings are short; the one nearest the table counts. */
function lastSaid(headings: readonly Cell[]): (NonNullable<Said> & { line: number }) | null {
  for (let at = headings.length - 1; at >= 0; at--) {
    const heading = headings[at]
    const said = heading !== undefined && heading.text.length <= 60 ? saidOfLoans(heading.text) : null
    if (heading !== undefined && said !== null) return { ...said, line: heading.at.line }
  }
  return null
}
