import type { Column, Place, Stratification } from '../report.ts'
import { type Averaged, averagesOf, weigh } from './averages.ts'
import type { Cut, LoanValues } from './cut.ts'
import { cutsOf } from './cuts.ts'
import { rowsOf } from './rows.ts'
import type { TapeKind } from './schema.ts'

const hundred = 100
const shareDecimals = 2
const totalLabel = 'Total'

type Values = Record<string, number | null>

function sharePct(part: number, whole: number): number {
  return Math.round((part / whole) * hundred * 10 ** shareDecimals) / 10 ** shareDecimals
}

function sums(loans: readonly LoanValues[], of: { balance: number; count: number }): Values {
  let balanceCents = 0
  for (const loan of loans) balanceCents += loan.balanceCents
  return {
    loanCount: loans.length,
    balanceCents,
    balancePct: sharePct(balanceCents, of.balance),
    countPct: sharePct(loans.length, of.count),
    averageBalanceCents: Math.round(balanceCents / loans.length),
  }
}

function valuesOf(
  loans: readonly LoanValues[],
  of: { balance: number; count: number },
  averaged: readonly Averaged[],
): Values {
  const averages = averaged.map(one => [one.measure, weigh(loans, one.of, one.decimals)])
  return { ...sums(loans, of), ...Object.fromEntries(averages) }
}

function columnsOf(averaged: readonly Averaged[], at: Place): Column[] {
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

/**
 * The loans of an exhibit sorted one way, as a table like those that filings print: each figure is computed from the loans, none is
 * printed. Averages that not every loan tells are no column; `at` is where the loans stand.
 */
function stratify(
  cut: Cut,
  loans: readonly LoanValues[],
  total: Values,
  averaged: readonly Averaged[],
  at: Place,
): Stratification | null {
  const whole = { balance: total.balanceCents ?? 0, count: loans.length }
  const rows = rowsOf(cut, loans)
  if (rows.every(({ code }) => code === 'other')) return null
  return {
    id: cut.dimension,
    dimension: cut.dimension,
    title: cut.title,
    marks: [],
    loanGroup: null,
    stub: null,
    columns: columnsOf(averaged, at),
    buckets: rows.map(({ label, range, code, loans: members }) => ({
      label,
      range,
      code,
      marks: [],
      values: valuesOf(members, whole, averaged),
      places: {},
      at,
    })),
    total: { label: totalLabel, values: total, places: {}, at },
    footnotes: [],
    at,
    computed: true,
  }
}

/** All tables of a kind's loans, and what the whole pool comes to by measure. */
export function stratifyLoans(
  kind: TapeKind,
  loans: readonly LoanValues[],
  at: Place,
): { stratifications: Stratification[]; total: Values; averaged: readonly Averaged[] } {
  let balance = 0
  for (const { balanceCents } of loans) balance += balanceCents
  const whole = valuesOf(loans, { balance, count: loans.length }, averagesOf(kind))
  const averaged = averagesOf(kind).filter(({ measure }) => whole[measure] !== null)
  const total = Object.fromEntries(
    columnsOf(averaged, at).map(({ measure }) => [measure ?? '', whole[measure ?? ''] ?? null]),
  )
  const stratifications = cutsOf(kind)
    .map(cut => stratify(cut, loans, total, averaged, at))
    .filter(table => table !== null)
  return { stratifications, total, averaged }
}
