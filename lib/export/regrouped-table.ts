import { findDimension } from '../dimensions/index.ts'
import {
  type Amount,
  type Bound,
  type Distribution,
  isExact,
  type NewBucket,
  type RowBeside,
  rowsWithoutFigure,
  saySpan,
  totalBeside,
} from '../distributions/index.ts'
import { type Cell, type ExportTable, figureCell, withUnit } from './export-table.ts'

const amounts = [
  { amount: 'loanCount', header: 'Loans', unit: null },
  { amount: 'balanceCents', header: 'Balance', unit: 'cents' },
  { amount: 'balancePct', header: 'Share of balance', unit: 'percent' },
  { amount: 'countPct', header: 'Share of loans', unit: 'percent' },
] as const satisfies { amount: Amount; header: string; unit: 'cents' | 'percent' | null }[]
const millionth = 1e6

/**
 * A table at edges of one's own as a plain table: of each new row what it has at least and at most, equal where it is one
 * figure, and whether it is exact; then the rows of loans without a figure, and the total. Amounts that no row tells have no columns.
 */
export function regroupedTable(distribution: Distribution, buckets: readonly NewBucket[]): ExportTable {
  const told = amounts.filter(({ amount }) => buckets.some(({ answer }) => answer[amount] !== null))
  const total = totalBeside(distribution)
  const beside = [...rowsWithoutFigure(distribution), ...(total ? [total] : [])]
  const cellsOf = (row: Omit<RowBeside, 'label'>): Cell[] =>
    told.flatMap(({ amount, unit: of }) => {
      const bound = row[amount]
      const { low, high } = of === 'percent' && bound ? roundedOut(bound) : (bound ?? {})
      return [figureCell(low, of, null), figureCell(high, of, null)]
    })
  const sayExact = (exact: boolean): Cell => ({
    text: exact && distribution.doNotAddUp.length === 0 ? 'yes' : 'no',
  })
  const unit = findDimension(distribution.dimension)?.unit ?? null
  return {
    headers: [
      'Row',
      withUnit('From', unit),
      withUnit('To', unit),
      ...told.flatMap(({ header, unit: of }) => [
        withUnit(`${header}, at least`, of),
        withUnit(`${header}, at most`, of),
      ]),
      'Exact',
    ],
    rows: buckets
      .map(({ span, answer }): Cell[] => [
        { text: saySpan(span, distribution) },
        figureCell(span.low?.value, unit, null),
        figureCell(span.high?.value, unit, null),
        ...cellsOf(answer),
        sayExact(answer.exact),
      ])
      .concat(
        beside.map(row => [
          { text: row.label },
          null,
          null,
          ...cellsOf(row),
          sayExact(told.every(({ amount }) => isExact(row[amount]))),
        ]),
      ),
  }
}

/** Percents to a millionth, never narrower than they are; of an exact one both ends are the same. */
export function roundedOut({ low, high }: Bound): Bound {
  if (low === high) return { low: Number(low.toFixed(6)), high: Number(high.toFixed(6)) }
  return { low: Math.floor(low * millionth) / millionth, high: Math.ceil(high * millionth) / millionth }
}
