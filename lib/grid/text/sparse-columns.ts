import type { ColumnExtent, ColumnSets } from './find-columns.ts'
import { WIDEST_GAP } from './place-figures.ts'
import type { Atom, RowLine } from './row-atoms.ts'

/**
 * The columns with those that few rows fill, which the usual number of figures in a row does not tell.
 *
 * > First                  74    $3,191,875.80      13.38%      usual: three columns
 *   Second   $42,673      289    12,332,573.70      51.71%      a fourth, left of them
 *
 * Only a row that fills all usual columns shows one: fewer figures may be the usual ones, set by hand.
 */
export function withSparseColumns(found: ColumnSets, rows: readonly RowLine[]): ColumnSets {
  const [usual, ...others] = found.sets
  if (others.length > 0 || found.isPacked || found.figures !== usual.length) return found
  const fuller = rows.filter(({ atoms, from, to }) => atoms.length > found.figures && to > from)
  if (fuller.length === 0) return found
  const sparse: ColumnExtent[] = []
  for (const atom of fuller.flatMap(row => atomsBeside(row, usual))) addTo(sparse, atom)
  if (sparse.length === 0) return found
  const columns = [...usual, ...sparse].sort((a, b) => a.start - b.start)
  return { ...found, sets: [columns], figures: columns.length }
}

/** The figures of a row that stand in none of the columns, apart from its words; none where a column holds no figure or two. */
function atomsBeside({ atoms, to }: RowLine, columns: readonly ColumnExtent[]): Atom[] {
  const beside: Atom[] = []
  let filled = 0
  for (const atom of atoms) {
    const own = columns[filled]
    if (own !== undefined && overlaps(atom, own)) filled++
    else if (columns.some(column => overlaps(atom, column))) return []
    else beside.push(atom)
  }
  const [first] = beside
  const isOfLabel = first === atoms[0] && first !== undefined && first.from - to <= WIDEST_GAP
  return filled === columns.length && !isOfLabel ? beside : []
}

function overlaps(one: { start: number; end: number }, other: { start: number; end: number }): boolean {
  return one.start < other.end && one.end > other.start
}

function addTo(columns: ColumnExtent[], { start, end, money, percent }: Atom): void {
  const own = columns.find(column => overlaps(column, { start, end }))
  if (own === undefined) {
    columns.push({ start, end, money, percent })
    return
  }
  own.start = Math.min(own.start, start)
  own.end = Math.max(own.end, end)
  own.money ||= money
  own.percent ||= percent
}
