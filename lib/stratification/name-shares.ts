import { largest } from '../extremes.ts'
import { formatCountOf } from '../format/count-of.ts'
import { formatCount } from '../format/numbers.ts'
import { findMeasure, type Measure } from '../measures/index.ts'
import type { Verdict } from '../reading/decision.ts'
import { judge, propose, type ReadColumn, refute } from './column-reading.ts'
import { type Base, countFits } from './follows-shares.ts'
import { sumColumn } from './footing.ts'
import type { Figures } from './read-figures.ts'
import type { SplitRows } from './read-table.ts'
import { sayNumbered } from './say-group.ts'

/** What each share is a share of. */
export const shareBases = [
  { share: 'countPct', of: 'loanCount' },
  { share: 'originalBalancePct', of: 'originalBalanceCents' },
  { share: 'balancePct', of: 'balanceCents' },
] as const

/**
 * Is a share the one by number, by balance or by original balance? Whichever sum it alone follows in most rows; where none
 * is told by that, what the header says.
 *
 * > % of Pool       header: percent of the pool by balance
 *      25.00        but in each row it is the share of the loans
 *
 * Of several shares of a sum those that do not follow it give way to one behind them that does; those of a loan group, by their
 * header, are no shares of another sum than its own.
 *
 * > % of Group 1    % of Group 2    Balance    % of Pool
 */
export function nameShares(columns: ReadColumn[], figures: Figures, rows: SplitRows) {
  const bases = shareBases.flatMap(({ share, of }) => {
    const base = baseOf(of, columns, figures, rows)
    return base === null ? [] : [{ share: findMeasure(share), base, of: columns[base.column]?.header ?? '' }]
  })
  for (const [order, column] of columns.entries()) {
    const { measure } = column
    if (measure === null || !isShare(measure)) continue
    const fits = bases.map(one => ({ ...one, rows: countFits(figures, rows, order, one.base) }))
    const most = largest(fits.map(one => one.rows))
    const [best, second] = fits.filter(one => one.rows === most)
    const isTold = best !== undefined && second === undefined && most * 2 > rows.body.length
    const told = isTold ? best.share : measure
    for (const { share, of } of fits)
      if (share !== measure) propose(column, share, `It could be a share of “${of}” too`)
    for (const { value } of column.candidates)
      if (value !== told)
        judge(
          column,
          value,
          against(
            fits.find(({ share }) => share === value),
            rows.body.length,
          ),
        )
  }
  for (const { share, base, of } of bases) {
    const same = columns.flatMap((column, order) => (column.measure === share ? [{ column, order }] : []))
    const follows = ({ order }: { order: number }) =>
      countFits(figures, rows, order, base) * 2 > rows.body.length
    const first = same.length > 1 ? same.findIndex(follows) : -1
    const isBefore = (one: (typeof same)[number]) => same.indexOf(one) < first
    const others = same.filter(
      one => !follows(one) && (isBefore(one) || sayNumbered(one.column.header) !== null),
    )
    for (const one of others)
      refute(
        one.column,
        'another-whole',
        isBefore(one)
          ? `It is of another whole: another column is the share of “${of}”.`
          : `It is of a loan group, by its header, and not the row’s share of “${of}”.`,
      )
  }
}

/** What tells that it is not the share of a sum that the table prints, or of none. */
function against(fit: { rows: number; of: string } | undefined, all: number): Verdict {
  const why =
    fit === undefined
      ? 'It is the row’s share of another sum.'
      : fit.rows < all
        ? `In ${formatCount(fit.rows)} of ${formatCountOf(all, 'row')} it is the row’s share of “${fit.of}”.`
        : `It is the row’s share of “${fit.of}” too, but the header does not speak of that.`
  return { evidence: 'shares', says: 'contradicts', why }
}

function isShare(measure: Measure): boolean {
  return measure.additive && measure.unit === 'percent'
}

/** The column of a measure as what shares are of; null where no column has it, or its figures are not all known. */
export function baseOf(
  measure: string,
  columns: readonly ReadColumn[],
  figures: Figures,
  rows: SplitRows,
): Base | null {
  const column = columns.findIndex(one => one.measure?.id === measure)
  const sum = column < 0 ? null : sumColumn(figures, rows, column)
  const whole = sum?.total ?? sum?.sum ?? 0
  return sum === null || whole === 0 ? null : { column, decimals: sum.decimals, whole }
}
