import { averagedKinds } from '../../pool/averaged-kinds.ts'
import type { PoolFigure, PoolSummary } from '../../report.ts'
import { bookFigure } from './figures.ts'
import { type Live, quotientOf, roundTo, type Spot, sameAs } from './live.ts'
import type { TableSheet } from './table-sheet.ts'

/** The cell of a figure on the summary, by its loan group and id; null where it has none. */
export type FigureSpots = (loanGroup: string | null, id: string) => Spot | null

/**
 * The formula that gives a figure of the pool as Strata computed it: a cell of a table's sheet, or other figures of the
 * summary. Null where none comes to the same: tables together narrow some averages as no one formula does.
 */
export function figureFormula(
  { loanGroup, figures }: PoolSummary,
  figure: PoolFigure,
  {
    pool,
    tables,
    spots,
  }: { pool: readonly PoolSummary[]; tables: readonly TableSheet[]; spots: FigureSpots },
): Live | null {
  const { computed, unit, id, from } = figure
  if (computed === null) return null
  const others = pool.filter(other => other.loanGroup !== null && other.figures.some(own => own.id === id))
  const candidates = [
    ...tableSpots(figure, tables).map(sameAs),
    from === 'quotient' ? averageOfAll(loanGroup, spots) : null,
    from === 'groups' ? overGroups(others, id, spots) : null,
  ]
  const value = bookFigure(computed, unit)
  const isHeld = figures.includes(figure)
  return candidates.find(live => live !== null && isHeld && isClose(live.value, value, unit)) ?? null
}

/** Computed averages are kept to six decimals, money to a cent. */
function isClose(value: number, other: number, unit: PoolFigure['unit']): boolean {
  const most = unit === 'cents' ? 0.006 : unit === 'percent' ? 1e-8 : 1e-6
  return Math.abs(value - other) <= most
}

const measureOfTotal: Record<string, string> = { balance: 'balanceCents', loans: 'loanCount' }

/** What the sheet of the figure's table gives for it, and where that prints no sum of its own, what others give. */
function tableSpots({ id, code, stratification }: PoolFigure, tables: readonly TableSheet[]): Spot[] {
  const own = tables.filter(({ table }) => table.id === stratification)
  if (id === 'largest-state')
    return own.flatMap(({ table, found }) => {
      const row = table.buckets.findIndex(bucket => bucket.code === code)
      return found(row, 'balancePct') ?? []
    })
  const measure = measureOfTotal[id] ?? averagedKinds.find(kind => kind.id === id)?.kind.measure ?? null
  const group = own[0]?.table.loanGroup ?? null
  const others = tables.filter(
    ({ table }) => table.loanGroup === group && !own.some(one => one.table === table),
  )
  return [...own, ...others].flatMap(({ found, table }) => {
    const isOwn = table.id === stratification
    return [measure && found('total', measure), isOwn ? found('total', 'value') : null].flatMap(
      spot => spot || [],
    )
  })
}

/** > ROUND(B20/B21,2) */
function averageOfAll(loanGroup: string | null, spots: FigureSpots): Live | null {
  const [balance, loans] = [spots(loanGroup, 'balance'), spots(loanGroup, 'loans')]
  const live = balance && loans && quotientOf(balance, loans)
  return live && { formula: `ROUND(${live.formula},2)`, value: roundTo(live.value, 2) }
}

/** What loan groups come to: added, or averages weighed by their balances. */
function overGroups(groups: readonly PoolSummary[], id: string, spots: FigureSpots): Live | null {
  const figures = groups.map(({ loanGroup }) => spots(loanGroup, id)).filter(spot => spot !== null)
  if (figures.length === 0 || figures.length < groups.length) return null
  if (measureOfTotal[id])
    return { formula: figures.map(({ at }) => at).join('+'), value: sum(figures.map(({ value }) => value)) }
  const weights = groups.map(({ loanGroup }) => spots(loanGroup, 'balance')).filter(spot => spot !== null)
  const total = sum(weights.map(({ value }) => value))
  if (weights.length < figures.length || total === 0) return null
  const products = figures.map(({ at }, order) => `${at}*${weights[order]?.at}`).join('+')
  const value = sum(figures.map((figure, order) => figure.value * (weights[order]?.value ?? 0))) / total
  return { formula: `(${products})/(${weights.map(({ at }) => at).join('+')})`, value }
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
