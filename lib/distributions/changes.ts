import type { Bucket, Stratification } from '../report.ts'
import { ask } from './answer.ts'
import { hasRanges } from './compare.ts'
import type { Bound, Distribution, Span } from './distribution.ts'
import { readDistribution } from './read-distribution.ts'
import { nameRows } from './row-names.ts'

/** What became of a row between two filings of one deal. */
type RowState = 'same' | 'changed' | 'added' | 'gone'

/**
 * A row in both filings, or in one. `left` and `entered` are the least number of loans that must have gone out of it, or come in:
 * 0 where nothing proves that any did, null where a filing prints no number of loans.
 */
export type RowChange = {
  state: RowState
  label: string
  from: Bucket | null
  to: Bucket | null
  left: number | null
  entered: number | null
}

/** A table in both filings, or in one, with its rows in the order of the later filing, those that are gone where they were. */
export type TableChange = {
  from: Stratification | null
  to: Stratification | null
  rows: RowChange[]
  /** The least numbers of loans that must have left rows, or entered them; null where a filing prints no number of loans. */
  left: number | null
  entered: number | null
}

/** Every table of two filings of one deal, row by row. */
export function findChanges(from: readonly Stratification[], to: readonly Stratification[]): TableChange[] {
  const earlier = new Map(keyed(from))
  const changes = keyed(to).map(([key, table]) => {
    const before = earlier.get(key) ?? null
    earlier.delete(key)
    return changeOf(before, table)
  })
  return [...changes, ...[...earlier.values()].map(table => changeOf(table, null))]
}

/** Tables with what they are known by in any filing: loans and dimension, or title, numbered where that comes again. */
function keyed(tables: readonly Stratification[]): [key: string, table: Stratification][] {
  const seen = new Map<string, number>()
  return tables.map(table => {
    const { dimension, loanGroup, title } = table
    const key = `${loanGroup?.toLowerCase() ?? ''} ${dimension ?? foldWords(title)}`
    const order = seen.get(key) ?? 0
    seen.set(key, order + 1)
    return [`${key} ${order}`, table]
  })
}

const foldWords = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')

function changeOf(from: Stratification | null, to: Stratification | null): TableChange {
  if (from === null || to === null) return { from, to, rows: [], left: null, entered: null }
  const [before, after] = [rowsByKey(from), rowsByKey(to)]
  const counts = { from: countsOf(from), to: countsOf(to) }
  const hasSameNames = [...before.keys()].every(key => after.has(key)) && before.size === after.size
  const rowOf = (key: string): RowChange => {
    const [old, now] = [before.get(key) ?? null, after.get(key) ?? null]
    // What a residual row holds depends on which rows stand beside it.
    const isResidual = (now ?? old)?.code === 'other'
    const moved = isResidual && !hasSameNames ? notProven : movedIn(counts, old, now)
    return {
      state: stateOf(old, now),
      label: (now ?? old)?.label ?? '',
      from: old,
      to: now,
      ...moved,
    }
  }
  const rows = mergeOrder([...before.keys()], [...after.keys()]).map(rowOf)
  const [all, allLater] = [loansOf(from), loansOf(to)]
  const [left, entered] = [leastOf(rows, 'left'), leastOf(rows, 'entered')]
  return {
    from,
    to,
    rows,
    left: withNet(left, entered, netOf(all, allLater)),
    entered: withNet(entered, left, netOf(allLater, all)),
  }
}

/**
 * The least number of loans of a table that went or came. The rows of one filing share no loan, so what is proven of each adds
 * up, and what is not proven adds nothing; so do those of the other.
 */
function leastOf(rows: readonly RowChange[], which: 'left' | 'entered'): number | null {
  const over = (side: 'from' | 'to') => {
    const known = rows.flatMap(row => (row[side] === null ? [] : (row[which] ?? [])))
    return known.length === 0 ? null : known.reduce((all, one) => all + one, 0)
  }
  const [from, to] = [over('from'), over('to')]
  return from === null ? to : Math.max(from, to ?? 0)
}

/** How many loans one table has more than another, at the least; below nothing where it has fewer. */
const netOf = (one: Bound | null, other: Bound | null) => one && other && one.low - other.high

/** As many went as the table lost, and as many again as came: 57 loans that are 60 with 6 new ones have lost 3. */
function withNet(least: number | null, others: number | null, net: number | null): number | null {
  return net === null ? least : Math.max(least ?? 0, (others ?? 0) + net, 0)
}

/** All loans of a table: its printed total and what its rows come to, which differ where a figure is wrong. */
function loansOf({ total, buckets, cut }: Stratification): Bound | null {
  const counts = buckets.flatMap(({ values }) => values.loanCount ?? [])
  const sum = counts.length < buckets.length ? null : counts.reduce((all, count) => all + count, 0)
  const known = [total?.values.loanCount ?? null, sum].filter(count => count !== null)
  if (known.length === 0 || cut !== undefined) return null
  return {
    low: known.reduce((a, b) => Math.min(a, b)),
    high: known.reduce((a, b) => Math.max(a, b)),
  }
}

/** The keys of the later filing, with those of the earlier one that are gone behind the one that they followed. */
function mergeOrder(before: readonly string[], after: readonly string[]): string[] {
  const merged = [...after]
  for (const [order, key] of before.entries()) {
    if (merged.includes(key)) continue
    const last = before.slice(0, order).findLast(one => merged.includes(one))
    merged.splice(last === undefined ? 0 : merged.indexOf(last) + 1, 0, key)
  }
  return merged
}

/** Rows by what they hold: a range, or what their label stands for; numbered where that comes again. */
function rowsByKey(table: Stratification): Map<string, Bucket> {
  const rows = new Map<string, Bucket>()
  for (const bucket of table.buckets) {
    const key = `${bucket.heading?.toLowerCase() ?? ''} ${keyOf(bucket, table.dimension)}`
    let order = 0
    while (rows.has(`${key} ${order}`)) order++
    rows.set(`${key} ${order}`, bucket)
  }
  return rows
}

function keyOf(bucket: Bucket, dimension: string | null): string {
  const { range, code } = bucket
  if (code === 'other') return 'other'
  // By itself: what stands beside it may be another in each filing.
  if (range === null) return nameRows({ buckets: [bucket], dimension })[0]?.key ?? ''
  return `${range.lowIncluded ? '[' : '('}${range.low ?? ''} ${range.high ?? ''}${range.highIncluded ? ']' : ')'}`
}

/** What a row holds. Its shares of the pool move with all other rows, so they tell of a change where neither of these is printed. */
const held = ['loanCount', 'balanceCents'] as const
const shares = ['balancePct', 'countPct'] as const

function stateOf(from: Bucket | null, to: Bucket | null): RowState {
  if (from === null) return 'added'
  if (to === null) return 'gone'
  const told = held.some(measure => isInBoth(from, to, measure)) ? held : shares
  return told.some(measure => differs(from, to, measure)) ? 'changed' : 'same'
}

/** Whether a row that holds what it held has another share of its pool. */
export function isMovedByPool({ state, from, to }: RowChange): boolean {
  return state === 'same' && from !== null && to !== null && shares.some(share => differs(from, to, share))
}

function isInBoth(from: Bucket, to: Bucket, measure: Told): boolean {
  return from.values[measure] != null && to.values[measure] != null
}

function differs(from: Bucket, to: Bucket, measure: Told): boolean {
  return isInBoth(from, to, measure) && from.values[measure] !== to.values[measure]
}

type Told = (typeof held)[number] | (typeof shares)[number]

/** What a row of a table spans, null for a name; and how many of its loans can be where a row of another filing is, as far as it tells. */
type Counts = { spanOf: (bucket: Bucket) => Span | null; countIn: (span: Span | null) => Bound | null }

type Moved = Pick<RowChange, 'left' | 'entered'>
const notProven: Moved = { left: null, entered: null }

function movedIn(counts: { from: Counts; to: Counts }, from: Bucket | null, to: Bucket | null): Moved {
  const row = from ?? to
  const [old, now] = [from?.values.loanCount, to?.values.loanCount]
  const before =
    old != null ? exactly(old) : from === null && row ? counts.from.countIn(counts.to.spanOf(row)) : null
  const after =
    now != null ? exactly(now) : to === null && row ? counts.to.countIn(counts.from.spanOf(row)) : null
  if (before === null || after === null) return notProven
  return {
    left: Math.max(0, Math.ceil(before.low - after.high)),
    entered: Math.max(0, Math.ceil(after.low - before.high)),
  }
}

const exactly = (count: number): Bound => ({ low: count, high: count })

/** Of a range as its own rows bound it; of a name that it does not print what its residual row may hold. */
function countsOf(table: Stratification): Counts {
  const isOfNames = !hasRanges(table.dimension)
  const read = isOfNames ? { reason: 'names-not-figures' as const } : readDistribution(table)
  if ('distribution' in read) {
    const { distribution } = read
    const spans = new Map(distribution.rows.map(({ bucket, holds }) => [table.buckets[bucket], holds]))
    return {
      spanOf: bucket => {
        const holds = spans.get(bucket)
        return typeof holds === 'object' ? holds.span : null
      },
      countIn: span => (span === null ? null : countWithin(distribution, span)),
    }
  }
  const isWhole = table.cut === undefined && table.buckets.every(({ values }) => values.loanCount != null)
  const rest = table.buckets.filter(({ code, label }) => code === 'other' || /\bother\b/i.test(label))
  const most = rest.reduce((sum, { values }) => sum + (values.loanCount ?? 0), 0)
  return { spanOf: () => null, countIn: () => (isOfNames && isWhole ? { low: 0, high: most } : null) }
}

const countWithin = (distribution: Distribution, span: Span): Bound | null =>
  distribution.doNotAddUp.length > 0 ? null : ask(distribution, span).loanCount
