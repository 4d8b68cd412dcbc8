import { findSiblings, groupSlug, nameGroup } from '../names/loan-groups.ts'
import type { Bucket, Stratification } from '../report.ts'

/** A row that several tables print, by its range, its code or its label: its place in each, null where one lacks it. */
export type AlignedRow = { key: string; buckets: (number | null)[] }

/** What one dimension splits several loan groups by: a table of each group, in their order, and the rows of all aligned. */
export type SideBySide = { id: string; title: string; tables: Stratification[]; rows: AlignedRow[] }

/**
 * The splits that more than one loan group prints, in the order of the first group. Tables of which only some rows are at
 * hand are left out: their rows stand on pages of their own.
 */
export function listSideBySide(tables: readonly Stratification[]): SideBySide[] {
  const whole = tables.filter(({ cut }) => !cut)
  const seen = new Set<string>()
  return whole.flatMap(first => {
    if (seen.has(first.id)) return []
    const own = [first, ...findSiblings(first, whole).filter(({ id }) => !seen.has(id))]
    for (const { id } of own) seen.add(id)
    if (own.length < 2) return []
    return [{ id: splitId(first), title: titleOf(first), tables: own, rows: alignRows(own) }]
  })
}

/**
 * A table's id without its loan group, as it stands in the address of the page of all groups.
 *
 * > loan-group-1--original-ltv    original-ltv
 */
export function splitId({ id, loanGroup }: Pick<Stratification, 'id' | 'loanGroup'>): string {
  return loanGroup === null ? id : id.slice(groupSlug({ id, loanGroup }).length + 2)
}

/** Words and signs that tie the name of a group to the title before it: `Original Terms in the Loan Group 1`, `Margin – Group I`. */
const ties = new Set(['in', 'of', 'for', 'the', '–', '-', '('])

/** What may stand behind the name of a group at the end of a title: `Margins of the Group I Mortgage Loans`. */
const itsLoans = /\s+(?:mortgage\s+)?(?:loans|contracts|receivables|leases)\)?$/i

/** The title that the filing prints, without the group that it names at its end. */
function titleOf({ title, loanGroup }: Stratification): string {
  if (loanGroup === null) return title
  const named = [loanGroup, nameGroup(loanGroup)].flatMap(name =>
    [title, title.replace(itsLoans, '')]
      .filter(text => text.toLowerCase().endsWith(name.toLowerCase()))
      .map(text => text.slice(0, -name.length)),
  )
  const words = named[0]?.trim().split(/\s+/) ?? []
  while (ties.has(words.at(-1)?.toLowerCase() ?? '')) words.pop()
  return words.join(' ').replace(/[,(–-]$/, '') || title
}

/**
 * The rows of all tables, each once. Ranges and exact values stand in the order of their axis, up or down as the first
 * table has them; other rows where the first table that prints them does, behind the row before them.
 */
export function alignRows(tables: readonly Stratification[]): AlignedRow[] {
  const found = new Map<string, { buckets: (number | null)[]; bucket: Bucket }>()
  const order: string[] = []
  for (const [column, { buckets }] of tables.entries()) {
    let after = -1
    for (const [index, bucket] of buckets.entries()) {
      const key = rowKey(bucket)
      const known = found.get(key)
      if (known) {
        known.buckets[column] ??= index
        after = order.indexOf(key)
        continue
      }
      const places = tables.map((_, other): number | null => (other === column ? index : null))
      found.set(key, { buckets: places, bucket })
      order.splice(++after, 0, key)
    }
  }
  const rows = order.flatMap(key => {
    const row = found.get(key)
    return row ? [{ key, ...row }] : []
  })
  return inOrderOfAxis(rows, tables[0]).map(({ key, buckets }) => ({ key, buckets }))
}

function rowKey({ range, code, label }: Bucket): string {
  if (code !== null) return `code ${code}`
  if (range === null) return label.toLowerCase()
  const { low, high, lowIncluded, highIncluded } = range
  return `${low} ${low !== null && lowIncluded} ${high} ${high !== null && highIncluded}`
}

type FoundRow = AlignedRow & { bucket: Bucket }

function inOrderOfAxis(rows: FoundRow[], first: Stratification | undefined): FoundRow[] {
  if (rows.some(({ bucket }) => bucket.range === null)) return rows
  const [start, end] = [first?.buckets[0], first?.buckets.at(-1)]
  const sign = start && end && compareRanges(start, end) > 0 ? -1 : 1
  return rows.toSorted((a, b) => sign * compareRanges(a.bucket, b.bucket))
}

function compareRanges({ range: a }: Bucket, { range: b }: Bucket): number {
  const low = (a?.low ?? Number.NEGATIVE_INFINITY) - (b?.low ?? Number.NEGATIVE_INFINITY)
  if (low !== 0 && !Number.isNaN(low)) return low
  const high = (a?.high ?? Number.POSITIVE_INFINITY) - (b?.high ?? Number.POSITIVE_INFINITY)
  return Number.isNaN(high) ? 0 : high
}
