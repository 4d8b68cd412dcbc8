import type { Grid, GridColumn } from '../grid/grid.ts'
import { readHeader } from './read-columns.ts'
import { readFigures } from './read-figures.ts'
import { sayGroup } from './say-group.ts'

/** Columns side by side under words of their own: what these name, null for the whole pool, and the headers without them. */
export type NamedRun = { name: string | null; heads: string[]; from: number; to: number }

/**
 * Columns that print the same measures over and over, each time under words that name other loans; null where there are
 * none.
 *
 * >             Fixed Rate           Adjustable Rate             Total
 *   Purpose  Loans    Balance       Loans    Balance       Loans    Balance       three tables of two columns
 *
 * One column each are such where the last of them is the sum of the others in every row: "Fixed Balance", "ARM Balance",
 * "Total Balance". What names a time is no name of loans.
 */
export function findNamedRuns(grid: Grid): NamedRun[] | null {
  const { columns } = grid
  for (let length = 1; length * 2 <= columns.length; length++) {
    if (columns.length % length !== 0) continue
    const runs = namedRunsOf(columns, length)
    if (runs !== null && (length > 1 || addUpInRows(grid, runs))) return runs
  }
  return null
}

function namedRunsOf(columns: readonly GridColumn[], length: number): NamedRun[] | null {
  const words = columns.map(({ header }) => header.split(' '))
  const runs = Array.from({ length: columns.length / length }, (_, run) =>
    words.slice(run * length, (run + 1) * length),
  )
  const named = namedOverAll(runs) ?? namedOverSome(runs)
  const [first] = named
  if (first === undefined) return null
  const measures = first.heads.map(head => readHeader(head).measure)
  if (new Set(measures).size < length || measures.includes(null)) return null
  const names = new Set(named.map(({ name }) => name?.toLowerCase() ?? null))
  const parts = named.flatMap(({ name }) => name ?? [])
  if (names.size < named.length || parts.length < 2 || !parts.every(namesLoans)) return null
  return named.map((one, run) => ({ ...one, from: run * length, to: (run + 1) * length }))
}

type Named = Pick<NamedRun, 'name' | 'heads'>

/** The words that all headers of a run begin with, where what is left is the same in all runs. */
function namedOverAll(runs: readonly string[][][]): Named[] | null {
  if (runs.some(run => run.length < 2)) return null
  const named = runs.map(run => {
    const [first = []] = run
    const isShared = (at: number) => run.every(own => at < own.length - 1 && own[at] === first[at])
    let count = 0
    while (isShared(count)) count++
    return {
      name: nameOf(first.slice(0, count).join(' ')),
      heads: run.map(own => own.slice(count).join(' ')),
    }
  })
  const [heads = []] = named.map(one => one.heads)
  return named.every(one => one.heads.every((head, at) => isSame(head, heads[at]))) ? named : null
}

/** Each column's headers end alike in all runs; words before that name the run, wherever over it they stand. */
function namedOverSome(runs: readonly string[][][]): Named[] {
  const [first = []] = runs
  const shared = first.map((_, place) => withoutKind(sharedEnd(runs.map(run => run[place] ?? []))))
  return runs.map(run => {
    const before = run.map((own, place) => own.slice(0, own.length - (shared[place]?.length ?? 0)).join(' '))
    const name = [...new Set(before)].filter(words => words !== '').join(' ')
    return { name: nameOf(name), heads: shared.map(head => head.join(' ')) }
  })
}

/** Null where the words are those of the whole pool, or none. */
function nameOf(words: string): string | null {
  return words === '' || sayGroup(words)?.group === null ? null : words
}

function namesLoans(name: string): boolean {
  return (
    name.length <= LONGEST_NAME && /[a-z]{2}/i.test(name) && !TIME.test(name) && !KIND_OF_FIGURE.test(name)
  )
}

const LONGEST_NAME = 60

/** The same loans at another time. */
const TIME =
  /\b(?:original|origination|current|initial|prior|previous|cut-? ?off|closing|as of|at|months?|quarters?|years?|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b/i

/** What is counted or added up of the same loans. */
const KIND_OF_FIGURE = /\b(?:average|weighted|wtd|mean|median|minimum|maximum|min|max|lowest|highest)\b/i

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.toLowerCase() === other?.toLowerCase()
}

/** The words that all of several lists end with. */
function sharedEnd(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = lists
  const isShared = (back: number) =>
    lists.every(list => list.at(-back)?.toLowerCase() === first.at(-back)?.toLowerCase())
  let count = 0
  while (count < first.length && isShared(count + 1)) count++
  return first.slice(first.length - count)
}

/** > Rate Number of Loans     after "Fixed" and "Adjustable": their own word, not the header's */
function withoutKind(head: readonly string[]): readonly string[] {
  const measure = readHeader(head.join(' ')).measure
  let at = 0
  while (KIND.test(head[at] ?? '') && readHeader(head.slice(at + 1).join(' ')).measure === measure) at++
  return head.slice(at)
}

const KIND = /^(?:rate|lien|mortgages?|loans?|receivables|contracts|leases|accounts|assets)$/i

/** Is one run the whole of the others in every row of figures? */
function addUpInRows(grid: Grid, runs: readonly NamedRun[]): boolean {
  const whole = runs.find(({ name }) => name === null)
  if (whole === undefined) return false
  // A group's shares of the pool are none of its own, see `findShareRuns`.
  if (readHeader(whole.heads[0] ?? '').measure?.unit === 'percent') return false
  const figures = readFigures(grid)
  return figures.every(row => {
    const sizes = runs.map(({ from }) => row[from] ?? null)
    if (sizes.every(size => size === null)) return true
    let rest = 0
    for (const [order, size] of sizes.entries()) {
      const value = size === null ? 0 : size.digits / 10 ** size.decimals
      rest += runs[order] === whole ? -value : value
    }
    return Math.abs(rest) < 1
  })
}
