import { findPercentBase } from '../../checks/percent-base.ts'
import { shares } from '../../checks/percent-shares.ts'
import { findMeasure, type Measure } from '../../measures/index.ts'
import type { Stratification, Unit } from '../../report.ts'
import { bookFigure, placesOf } from './figures.ts'
import { differenceOf, fixRow, type Live, quotientOf, runAt, type Spot, spotAt, sumOf } from './live.ts'
import { headRows, perLoan, type TableGrid } from './table-grid.ts'

/** A column of formulas beside what a filing prints. */
export type DerivedColumn = {
  /** The measure that it gives; of a difference, null. */
  measure: string | null
  header: string
  unit: Unit
  decimals: number
  /** By row, from 0. */
  rows: (Live | null)[]
  /** Beside the total of the rows. */
  total: Live | null
}

/** What the whole pool comes to in a measure, where a table prints shares of that; null where the workbook does not say. */
export type PoolTotals = (measure: string) => Spot | null

/** What a column gives; where the filing prints the same, the difference follows it. */
type Wanted = Omit<DerivedColumn, 'rows' | 'total'> & {
  measure: string
  liveOf: (row: number) => Live | null
  totalOf: (column: number, rows: readonly (Live | null)[]) => Live | null
}

/** Shares of the whole and averages a loan as formulas, each with what the filing prints less of it. */
export function derivedColumns(
  grid: TableGrid,
  tables: readonly Stratification[],
  pool: PoolTotals,
): DerivedColumn[] {
  const wanted = [
    ...shares.flatMap(share => wantShare(grid, share, tables, pool)),
    ...averages.flatMap(id => wantAverage(grid, id)),
  ]
  const columns: DerivedColumn[] = []
  for (const { liveOf, totalOf, ...one } of wanted) {
    const column = grid.nextColumn + columns.length
    const rows = grid.table.buckets.map((_, row) => liveOf(row))
    columns.push({ ...one, header: `${one.header}, computed`, rows, total: totalOf(column, rows) })
    const printed = grid.filed.find(({ measure }) => measure === one.measure)
    if (printed) columns.push(differenceFrom(grid, one, printed.decimals, { column, rows }))
  }
  return columns
}

function differenceFrom(
  grid: TableGrid,
  { measure, unit }: Pick<Wanted, 'measure' | 'unit'>,
  decimals: number,
  { column, rows }: { column: number; rows: readonly (Live | null)[] },
): DerivedColumn {
  const differences = rows.map((live, row) => {
    const filed = grid.spot(row, measure)
    if (!filed || !live) return null
    return differenceOf(filed, spotAt(headRows + row, column, live.value), placesOf(unit, decimals))
  })
  return { measure: null, header: 'Printed less computed', unit, decimals, rows: differences, total: null }
}

const shareNames = {
  balancePct: 'Share of balance',
  countPct: 'Share of loans',
  originalBalancePct: 'Share of original balance',
} as const satisfies Record<(typeof shares)[number]['percent'], string>

function wantShare(
  grid: TableGrid,
  share: (typeof shares)[number],
  tables: readonly Stratification[],
  pool: PoolTotals,
): Wanted[] {
  const { percent, of } = share
  const base = findPercentBase(grid.table, share, tables)
  const own = grid.whole(of)
  if (!base || !own) return []
  const isOfPool = base.whole === 'pool'
  const whole = isOfPool ? wholePool(pool(of), bookFigure(base.value, unitOf(grid, of))) : fixRow(own)
  return [
    {
      measure: percent,
      header: isOfPool ? `${shareNames[percent]} of the pool` : shareNames[percent],
      unit: 'percent',
      decimals: 3,
      liveOf: row => {
        const part = grid.spot(row, of)
        return part && quotientOf(part, whole)
      },
      totalOf: (column, rows) =>
        sumOf(
          runAt(
            headRows,
            column,
            rows.map(live => live?.value ?? null),
          ),
        ),
    },
  ]
}

/** The pool's total as the summary has it; one that the filing tells elsewhere is written out. */
function wholePool(spot: Spot | null, value: number): Spot {
  return spot?.value === value ? spot : { at: String(value), value }
}

function unitOf({ filed }: TableGrid, measure: string): Unit | null {
  return filed.find(column => column.measure === measure)?.unit ?? null
}

const averages = ['averageBalanceCents', 'averageOriginalBalanceCents'] as const

function wantAverage(grid: TableGrid, id: (typeof averages)[number]): Wanted[] {
  const { averageOf: amount, name }: Measure = findMeasure(id)
  if (amount === undefined || !grid.run(amount) || !grid.run('loanCount')) return []
  return [
    {
      measure: id,
      header: name,
      unit: 'cents',
      decimals: 2,
      liveOf: row => {
        const [part, loans] = [grid.spot(row, amount), grid.spot(row, 'loanCount')]
        return part && loans && quotientOf(part, loans)
      },
      totalOf: () => perLoan(amount, grid.run),
    },
  ]
}
