import type { Grid, GridColumn } from '../grid/grid.ts'
import { agreesWithSigns, refutesByFigures } from './agrees-with-figures.ts'
import { type ReadColumn, refute, refutedBy } from './column-reading.ts'
import { confirmColumns } from './confirm-columns.ts'
import { nameShares } from './name-shares.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'
import { findRivals } from './rival-measures.ts'

/**
 * Take the measure from columns whose header may head another, unless the figures bear this one out. All headers may
 * where one is belied by a sign, and where two things speak of it: a header that its figures belie, figures without
 * header, the first of them without, and a first column under words that name no measure, as those over the labels do. Those
 * of averages may where figures belie two: then words have slid there and maybe beside.
 *
 * >  Number of    Principal   Weighted Average
 *        Loans      Balance    Rate       Margin      a cell lost on the left: `%` under a balance
 *          533       14.35%      5.362%   2.125%
 *
 * `claimed` is what headers tell, with what the figures say against it.
 */
export function settleDoubts(
  grid: Grid,
  claimed: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): ReadColumn[] {
  const { columns } = grid
  const isBare = (order: number) =>
    columns[order]?.header === '' && rows.body.some(row => figures[row]?.[order])
  const contradicted = claimed.filter(one => refutedBy(one, refutesByFigures) !== null).length
  const leavesOneBare = columns.some((_, order) => isBare(order))
  const signs = [leavesOneBare, isBare(0), contradicted > 0, isOfLabels(claimed[0])]
  const hasSlid =
    signs.filter(Boolean).length > 1 || columns.some((column, order) => isBelied(column, claimed[order]))
  const haveAveragesSlid = contradicted >= SLID
  if (!hasSlid && !haveAveragesSlid && !columns.some(({ inDoubt }) => inDoubt)) return [...claimed]
  const own = claimed.map(column => ({ ...column }))
  nameShares(own, figures, rows)
  const claims = own.map(({ measure }) => measure)
  const certain = columns.map(({ header, inDoubt }, order) => {
    const mayHaveSlid = hasSlid || (haveAveragesSlid && claims[order]?.additive !== true)
    return header === '' || (!mayHaveSlid && inDoubt !== true)
  })
  const rivals = columns.map((_, order) => (certain[order] ? [] : findRivals(columns, order)))
  const known = confirmColumns({ columns, claims, rivals, figures, rows }, certain)
  return claimed.map((column, order) => {
    if (certain[order]) return column
    if (known[order]) return own[order] ?? column
    const doubted: ReadColumn = { ...column, inDoubt: true }
    refute(doubted, 'in-doubt', 'Its words may belong to a neighbouring column, and no figure confirms them.')
    return doubted
  })
}

/** So many headers that the figures under them contradict show that words have slid; one may be a column's own oddity. */
const SLID = 2

/** May the words over the first column be those over the labels? They name no measure. */
function isOfLabels(first: ReadColumn | undefined): boolean {
  return first !== undefined && first.header !== '' && first.candidates.length === 0
}

/** Rows of a table that has run into the header print amounts; headers tell of round ones alone. */
const AMOUNT = /\d,\d{3}\.\d\d(?!\d)/

/** Units that headers print in brackets. */
const UNITS = { percent: /\( ?(?:%|percent) ?\)/i, months: /\((?:in )?(?:months?|mos\.?)\)/i } as const

/**
 * Does a sign beside the figures, an amount or a unit in the header tell that they are not what the header says?
 *
 * > Weighted   Weighted
 *    Average    Average
 *   Loan Age       Rate
 *        (%)   (months)      an age in percent: the units have slid
 */
function isBelied(column: GridColumn, claimed: ReadColumn | undefined): boolean {
  if (AMOUNT.test(column.header)) return true
  const [named] = claimed?.candidates ?? []
  if (named === undefined) return false
  const isOfOther = (unit: keyof typeof UNITS) =>
    named.value.unit !== unit && named.value.unit !== 'ratio' && UNITS[unit].test(column.header)
  return isOfOther('percent') || isOfOther('months') || !agreesWithSigns(named.value, column)
}
