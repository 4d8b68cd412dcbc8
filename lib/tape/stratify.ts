import type { Column, Place, Stratification } from '../report.ts'
import { type Averaged, averagesOf, weigh } from './averages.ts'
import type { Cut } from './cut.ts'
import { cutsOf } from './cuts.ts'
import type { LoanColumns } from './loan-columns.ts'
import { rowsOf } from './rows.ts'

const hundred = 100
const shareDecimals = 2
const totalLabel = 'Total'

/** Figures of some loans by measure; null where not all of them tell it. */
export type Values = Record<string, number | null>

/** Part of a whole in percent, to a hundredth; nothing of nothing is none. */
export function sharePct(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * hundred * 10 ** shareDecimals) / 10 ** shareDecimals
}

export function balanceOf({ balances }: Pick<LoanColumns, 'balances'>, loans: readonly number[]): number {
  let balanceCents = 0
  for (const loan of loans) balanceCents += balances[loan] ?? 0
  return balanceCents
}

type Whole = { balance: number; count: number }

function sums(columns: LoanColumns, loans: readonly number[], of: Whole): Values {
  const balanceCents = balanceOf(columns, loans)
  return {
    loanCount: loans.length,
    balanceCents,
    balancePct: sharePct(balanceCents, of.balance),
    countPct: sharePct(loans.length, of.count),
    averageBalanceCents: loans.length === 0 ? null : Math.round(balanceCents / loans.length),
  }
}

/** A figure averaged over loans, and over how many that tell it. */
export function averageOver(
  columns: LoanColumns,
  loans: readonly number[],
  { measure, of, decimals }: Averaged,
): { value: number | null; told: number } {
  const { balances } = columns
  return weigh(loans, { figures: columns.figuresBy(measure, of), balances }, decimals)
}

/** What loans come to by measure. An average is null where not all of them tell it, unless it is asked for `asFarAsTold`. */
function valuesOf(
  columns: LoanColumns,
  loans: readonly number[],
  of: Whole,
  averaged: readonly Averaged[],
): Values {
  const averages = averaged.map(one => {
    const { value, told } = averageOver(columns, loans, one)
    return [one.measure, told === loans.length || one.asFarAsTold ? value : null]
  })
  return { ...sums(columns, loans, of), ...Object.fromEntries(averages) }
}

function columnsOfTable(averaged: readonly Averaged[], at: Place): Column[] {
  const column = (measure: string, header: string, unit: Column['unit'], decimals: number): Column => ({
    measure,
    header,
    unit,
    decimals,
    at,
  })
  return [
    column('loanCount', 'Number of loans', 'count', 0),
    column('balanceCents', 'Balance', 'cents', 2),
    column('balancePct', 'Percent of balance', 'percent', shareDecimals),
    column('countPct', 'Percent of loans', 'percent', shareDecimals),
    column('averageBalanceCents', 'Average balance', 'cents', 2),
    ...averaged.map(({ measure, header, unit, decimals }) => column(measure, header, unit, decimals)),
  ]
}

/** Which loans are sorted, and how: with the averages of each row, at edges by dimension where some are asked for. */
export type ToStratify = {
  columns: LoanColumns
  loans: readonly number[]
  averaged: readonly Averaged[]
  edges?: ReadonlyMap<string, readonly number[]>
  /** Where the loans stand. */
  at: Place
}

/**
 * Loans sorted one way, as a table like those that filings print: each figure is computed from the loans, none is printed.
 * Null where no loan tells what they are sorted by.
 */
function stratify(
  cut: Cut,
  { columns, loans, averaged, edges, at }: ToStratify,
  total: Values,
): Stratification | null {
  const whole = { balance: total.balanceCents ?? 0, count: loans.length }
  const toSort = {
    loans,
    values: columns.valuesBy({ key: cut.dimension, of: cut.of, cut }),
    balances: columns.balances,
  }
  const rows = rowsOf(cut, toSort, edges?.get(cut.dimension))
  if (rows.every(({ code }) => code === 'other')) return null
  return {
    id: cut.dimension,
    dimension: cut.dimension,
    title: cut.title,
    marks: [],
    loanGroup: null,
    stub: null,
    columns: columnsOfTable(averaged, at),
    buckets: rows.map(({ label, range, code, loans: members }) => ({
      label,
      range,
      code,
      marks: [],
      values: valuesOf(columns, members, whole, averaged),
      places: {},
      at,
    })),
    total: { label: totalLabel, values: total, places: {}, at },
    footnotes: [],
    at,
    computed: true,
  }
}

/** All tables of some loans, and what these come to by measure. Averages that not every loan tells are no column. */
export function stratifyLoans(asked: ToStratify): {
  stratifications: Stratification[]
  total: Values
  averaged: readonly Averaged[]
} {
  const { columns, loans, at } = asked
  const whole = { balance: balanceOf(columns, loans), count: loans.length }
  const known = valuesOf(columns, loans, whole, asked.averaged)
  const averaged = asked.averaged.filter(({ measure }) => known[measure] !== null)
  const total = Object.fromEntries(
    columnsOfTable(averaged, at).map(({ measure }) => [measure ?? '', known[measure ?? ''] ?? null]),
  )
  const stratifications = cutsOf(columns.loans.kind)
    .map(cut => stratify(cut, { ...asked, averaged }, total))
    .filter(table => table !== null)
  return { stratifications, total, averaged }
}

/** The tables of all loans of an exhibit. */
export function stratifyAll(columns: LoanColumns, at: Place) {
  return stratifyLoans({ columns, loans: columns.all, averaged: averagesOf(columns.loans.kind), at })
}
