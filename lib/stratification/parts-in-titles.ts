import { issue } from '../issues.ts'
import { narrowedHeading, narrowedLoansIn } from '../reading/narrowed-loans.ts'
import type { Issue } from '../report.ts'
import type { HeadedTable } from './parts-of-pool.ts'

/**
 * Give tables whose titles name a part of the pool that part as their loans, unless totals or sentences show that it is all
 * of them.
 *
 * > Credit Scores                                   1,000    $100,000,000
 *   Exceptions, by Credit Score                        90      $9,000,000     of the exceptions
 *   Credit Scores of the First Lien Loans           1,000    $100,000,000     of the pool, which has no others
 *
 *   All of the mortgage loans are secured by first liens.                     so are all tables of first liens
 *   The pool has an aggregate balance of $100,000,000.                        and a table that comes to it
 *
 * Words for a kind of loans ("First Lien Loans") may be for the whole of another pool. Where no table comes to another total,
 * nothing shows whether they are here, so the tables are of those loans, and `kind-of-loans-may-be-a-part` says so, once for
 * each kind. Tables are changed in place.
 */
export function namePartsInTitles(headed: readonly HeadedTable[], lines: readonly string[]): Issue[] {
  const unnamed = headed.filter(({ table }) => table.loanGroup === null)
  const named = unnamed.flatMap(({ table, headings }) => {
    const narrowed = narrowedLoansIn(table.title) ?? narrowedHeading(headings.at(-1) ?? '')
    return narrowed === null ? [] : [{ table, narrowed }]
  })
  if (named.length === 0) return []
  const narrow = new Set(named.map(({ table }) => table))
  const whole = unnamed.flatMap(({ table }) => (narrow.has(table) ? [] : table))
  const others = unnamed.map(({ table }) => table)
  const issues = new Map<string, Issue>()
  for (const { table, narrowed } of named) {
    const { words, kind, isUsual } = narrowed
    if (whole.some(other => isSame(table, other))) continue
    if (isUsual && !others.some(other => differs(table, other))) continue
    if (kind !== null && (isSaidOfAll(kind, lines) || isStatedOfPool(table, headed, lines))) continue
    table.loanGroup = words
    if (kind === null || issues.has(words) || others.some(other => differs(table, other))) continue
    issues.set(words, issue('kind-of-loans-may-be-a-part', { title: table.title, loans: words }, table.at))
  }
  return [...issues.values()]
}

const OF_ALL =
  /\b(?:all|each|every one|100(?:\.0+)?%) of (?:the|our|these) (?:[\w-]+ ){0,3}(?:loans|mortgages|contracts|receivables|leases|helocs)\b/i
/** Lines that such a sentence takes. */
const MOST_LINES = 3

/** Does a sentence say that all loans are of a kind? */
function isSaidOfAll(kind: string, lines: readonly string[]): boolean {
  const wanted = plain(kind)
  return lines.some((line, index) => {
    if (!OF_ALL.test(`${line} ${lines[index + 1] ?? ''}`)) return false
    const text = lines
      .slice(index, index + MOST_LINES)
      .join(' ')
      .replace(/\s+/g, ' ')
    const said = OF_ALL.exec(text)
    const sentence = said === null ? '' : (text.slice(said.index + said[0].length).split(/[.;]\s/)[0] ?? '')
    return plain(sentence).includes(wanted)
  })
}

/** > The mortgage pool has an aggregate principal balance of $100,000,000.00 */
const OF_POOL = /\b(?:pool|trust(?: fund)?|issuing entity)\b/i

/** Do words outside of tables state the balance that the table comes to as that of the pool? */
function isStatedOfPool({ total }: Table, headed: readonly HeadedTable[], lines: readonly string[]): boolean {
  const cents = total?.values.balanceCents ?? null
  if (cents === null || cents < LEAST_STATED) return false
  const stated = Math.floor(cents / 100).toLocaleString('en-US')
  const isInTable = (line: number) =>
    headed.some(({ table: { at } }) => line >= at.line && line <= (at.lastLine ?? at.line))
  return lines.some((line, index) => {
    if (!line.includes(stated) || isInTable(index + 1)) return false
    return OF_POOL.test(lines.slice(Math.max(0, index - MOST_LINES), index + 2).join(' '))
  })
}

/** Less than a million dollars may be any figure of a text. */
const LEAST_STATED = 100_000_000

/** > Second-Lien, second liens     → second lien */
function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/s\b/g, '')
    .trim()
}

type Table = HeadedTable['table']
const MEASURES = ['loanCount', 'balanceCents'] as const

/** What both print as their total, by measure. */
function compareTotals(one: Table, other: Table): boolean[] {
  return MEASURES.flatMap(measure => {
    const [own, others] = [one.total?.values[measure], other.total?.values[measure]]
    return own == null || others == null ? [] : [own === others]
  })
}

function isSame(one: Table, other: Table): boolean {
  const both = compareTotals(one, other)
  return both.length > 0 && both.every(isEqual => isEqual)
}

function differs(one: Table, other: Table): boolean {
  return compareTotals(one, other).includes(false)
}
