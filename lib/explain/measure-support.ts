import { formatCountOf } from '../format/count-of.ts'
import { formatCount } from '../format/numbers.ts'
import type { Measure } from '../measures/index.ts'
import type { Verdict } from '../reading/decision.ts'
import { canBe } from '../stratification/agrees-with-figures.ts'
import { countFits } from '../stratification/follows-shares.ts'
import { addsUp, addsUpToHundred, sumColumn } from '../stratification/footing.ts'
import { baseOf, shareBases } from '../stratification/name-shares.ts'
import type { ReadTable } from '../stratification/read-table.ts'
import { supports } from './told.ts'

/** What the figures of a column say for a measure: its signs, its sum, its shares, what each row comes to, its size. */
export function findSupport(measure: Measure, table: ReadTable, order: number): Verdict[] {
  return [signOf, sumOf, sharesOf, meanOf, sizeOf].flatMap(find => find(measure, table, order) ?? [])
}

type Find = (measure: Measure, table: ReadTable, order: number) => Verdict | null

const signOf: Find = ({ unit }, { grid }, order) => {
  const { money = false, percent = false } = grid.columns[order] ?? {}
  if (money && unit === 'cents') return supports('sign', '“$” stands beside its figures.')
  return percent && unit === 'percent' ? supports('sign', '“%” stands beside its figures.') : null
}

const sumOf: Find = ({ additive, unit }, { figures, rows, grid }, order) => {
  const sum = additive ? sumColumn(figures, rows, order) : null
  if (sum === null) return null
  const total = rows.total === null ? null : (grid.rows[rows.total]?.cells[order]?.text ?? null)
  // What a table may be told by is looser than what its check asks: counts and cents are printed without rounding.
  const isRounded = unit === 'percent' || (unit === 'cents' && sum.decimals < 2)
  if (total !== null && addsUp(sum) && (isRounded || sum.sum === sum.total))
    return supports('sum', `Rows add up to the total of ${withSign(total, unit)}.`)
  return unit === 'percent' && addsUpToHundred(sum)
    ? supports('sum', 'Rows add up to a hundred percent.')
    : null
}

/** A figure of a cell, which is printed without the sign beside it. */
function withSign(printed: string, unit: Measure['unit']): string {
  if (unit === 'cents' && !printed.includes('$')) return `$${printed}`
  return unit === 'percent' && !printed.includes('%') ? `${printed}%` : printed
}

const sharesOf: Find = ({ id }, { columns, figures, rows }, order) => {
  const of = shareBases.find(({ share }) => share === id)?.of
  const base = of === undefined ? null : baseOf(of, columns, figures, rows)
  const fits = countFits(figures, rows, order, base)
  if (base === null || fits * 2 <= rows.body.length) return null
  const header = columns[base.column]?.header ?? ''
  return supports('shares', `In ${sayCount(fits, rows.body.length)} it is the row’s share of “${header}”.`)
}

/** An average balance is the row's balance over its loans, give or take a unit of its last place. */
const meanOf: Find = ({ averageOf }, { columns, figures, rows }, order) => {
  if (averageOf === undefined) return null
  const find = (measure: string) => columns.findIndex(column => column.measure?.id === measure)
  const [balance, loans] = [find(averageOf), find('loanCount')]
  const scaleOf = (column: number) => columns[column]?.scale ?? 1
  const fits = rows.body.filter(row => {
    const [mean, sum, count] = [order, balance, loans].map(column => {
      const figure = figures[row]?.[column]
      return figure ? (figure.digits / 10 ** figure.decimals) * scaleOf(column) : Number.NaN
    }) as [number, number, number]
    const step = scaleOf(order) / 10 ** (figures[row]?.[order]?.decimals ?? 0)
    return Math.abs(mean * count - sum) <= step * count
  }).length
  return fits * 2 > rows.body.length
    ? supports('mean', `In ${sayCount(fits, rows.body.length)} it is the balance over the number of loans.`)
    : null
}

const sizeOf: Find = (measure, { figures, rows }, order) => {
  const { usual, unit } = measure
  if (usual === undefined) return null
  const values = rows.body.flatMap(row => {
    const figure = figures[row]?.[order]
    return figure ? figure.digits / 10 ** figure.decimals : []
  })
  if (values.length === 0 || !values.every(value => canBe(measure, value))) return null
  const [low, high] = usual.map(end => (unit === 'percent' ? `${end}%` : `${end}`))
  return supports('size', `Its figures lie between ${low} and ${high}, as is usual for it.`)
}

function sayCount(count: number, all: number): string {
  return count === all
    ? all === 1
      ? 'its one row'
      : `each of ${formatCount(all)} rows`
    : `${formatCount(count)} of ${formatCountOf(all, 'row')}`
}
