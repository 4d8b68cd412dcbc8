import { halfUnitOf } from '../checks/printed-precision.ts'
import type { Bucket, Stratification } from '../report.ts'
import { addBounds } from './add-bounds.ts'
import type { Amount } from './answer.ts'
import type { Bound } from './distribution.ts'
import { type FailingTables, hullOfShares, hullOfSums, isContradicted } from './hull-of-shares.ts'
import { type NamedShare, namedShare } from './named-share.ts'
import { type Fit, fitOf, isAsPrinted, type NamedRow, nameRows } from './row-names.ts'

/**
 * What a pool has of a name: the rows that are of it alone, or what a residual row may hold of it (`certain`), and no more than
 * the rows that may hold it too (`possible`). Comparisons, searches and trends all ask here.
 */
export type SharedName = {
  /** All that the table allows; where it `contradicts` itself, all that it says. */
  share: Bound
  certain: NamedShare
  possible: NamedShare | null
  contradicts: boolean
}

/** A table with all tables of its filing, and those that checks fail in. */
export type TableOfNames = {
  table: Stratification
  tables: readonly Stratification[]
  failing: FailingTables
}

/**
 * How each row of a table stands to what a row of another one is of, in their order; null where nothing tells: the other is known
 * by its label alone, which this table does not print and which is nobody's name that is known.
 */
export function fitsOf(table: Stratification, named: NamedRow): readonly Fit[] | null {
  const rows = nameRows(table)
  const codes = table.buckets.map(({ code }) => code)
  if (!isAsPrinted(named.key)) return rows.map((row, order) => fitOf(row, codes[order] ?? null, named.key))
  if (rows.some(({ key }) => key === named.key))
    return rows.map((row, order) => (row.key === named.key && codes[order] !== 'other' ? 'is' : 'no'))
  if (named.others || named.fits.length === 0) return null
  return rows.map((row, order) => {
    const fits = named.fits.map(id => fitOf(row, codes[order] ?? null, id))
    if (fits.includes('is') || fits.includes('fits')) return 'fits'
    return fits.includes('may') ? 'may' : 'no'
  })
}

/** What a table tells of a name, by how its rows stand to it; null where it tells nothing. */
export function shareOfName(source: TableOfNames, fits: readonly Fit[], amount: Amount): SharedName | null {
  const { table, tables, failing } = source
  const isPrinted = fits.includes('is')
  const isPossible = (order: number) => fits[order] === 'fits' || (!isPrinted && fits[order] === 'may')
  const certain = namedShare(table, (_, order) => fits[order] === 'is', tables, amount)
  if (certain === null) return null
  const hasPossible = fits.some((_, order) => isPossible(order))
  const possible = hasPossible ? namedShare(table, (_, order) => isPossible(order), tables, amount) : null
  if (hasPossible && possible === null) return null
  // Rows that may be of the name, or not, add what they have or nothing; a row can print less than nothing.
  const low = certain.share.low + Math.min(0, possible?.share.low ?? 0)
  const high = certain.share.high + Math.max(0, possible?.share.high ?? 0)
  const isShare = amount === 'balancePct' || amount === 'countPct'
  const share = { low, high: isShare ? Math.min(100, high) : high }
  if (amount === 'balanceCents' || amount === 'loanCount') {
    const contradicts = isContradicted(table, failing.any)
    return { share: contradicts ? hullOfSums(table, amount, share) : share, certain, possible, contradicts }
  }
  const contradicts = amount === 'balancePct' && isContradicted(table, failing.balance)
  if (!contradicts) return { share, certain, possible, contradicts }
  const hullOf = (isIn: (order: number) => boolean) => {
    const rows = table.buckets.filter((_, order) => isIn(order))
    const [balanceCents, balancePct] = [sumOf(table, rows, 'balanceCents'), sumOf(table, rows, 'balancePct')]
    return hullOfShares(table, share, { balanceCents, balancePct })
  }
  const least = hullOf(order => fits[order] === 'is')
  const most = hasPossible ? hullOf(order => fits[order] === 'is' || isPossible(order)) : least
  return { share: { low: least.low, high: most.high }, certain, possible, contradicts }
}

/** What rows come to, widened by what printing may have rounded off; null where one does not print the measure. */
function sumOf(table: Stratification, rows: readonly Bucket[], measure: string): Bound | null {
  const half = halfUnitOf(table, measure)
  return addBounds(
    rows.map(({ values }) => {
      const value = values[measure]
      return value == null ? null : { low: value - half, high: value + half }
    }),
  )
}
