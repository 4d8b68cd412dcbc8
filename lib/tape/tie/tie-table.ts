import { addAll } from '../../add-all.ts'
import { halfUnit, halfUnitsOfAverage } from '../../checks/printed-precision.ts'
import type { Bucket, Check, Column, Stratification } from '../../report.ts'
import { averagesOf } from '../averages.ts'
import type { Cut, LoanValues } from '../cut.ts'
import { cutsOf } from '../cuts.ts'
import type { Loans } from '../loans.ts'
import { type ComparedPool, comparePool, printedBalanceOf } from './compared-pool.ts'
import { findLoansInRows } from './loans-in-rows.ts'
import type { NotCompared } from './tie-words.ts'

/** A printed table held against the loans: a check for each figure that could be, and what could not, with its reason. */
export type TiedTable = {
  table: Stratification
  checks: Check[]
  /** Why nothing of it could be compared; null where something was. */
  reason: NotCompared | null
  /** Figures and rows that were not compared, each kind once. */
  left: NotCompared[]
  pool: Pick<ComparedPool, 'balance' | 'balanceCents' | 'asOf' | 'isSameBalance'> | null
}

/** What a filing prints, and when. */
type Printed = { table: Stratification; cutOffDate: string | null }

const tieCode = 'printed-figure-matches-the-loans'

/** What loans have at the date of the tape and at no other. */
const ofItsDate: ReadonlySet<string> = new Set(['remaining-term', 'waRemainingTermMonths'])

const hundred = 100
const noise = 1e-9

/** An average is rounded to whole cents. */
const halfCent = 0.5

/** Average weighted by balance, not rounded; null of no loans, and where one of them does not tell its figure. */
function weigh(loans: readonly LoanValues[], of: (loan: LoanValues) => number | null): number | null {
  let [sum, weight] = [0, 0]
  for (const loan of loans) {
    const value = of(loan)
    if (value === null) return null
    sum += value * loan.balanceCents
    weight += loan.balanceCents
  }
  return weight === 0 ? null : sum / weight
}

type Measured = { value: number; slack: number } | null

/** What some loans come to by a measure; `slack` is what the figure itself was rounded by. Null where they do not tell it. */
function measure(id: string, own: readonly LoanValues[], pool: ComparedPool): Measured {
  const balance = own.reduce((sum, { balanceCents }) => sum + balanceCents, 0)
  const share = (part: number, whole: number): Measured =>
    whole > 0 ? { value: (part / whole) * hundred, slack: noise } : null
  switch (id) {
    case 'loanCount':
      return { value: own.length, slack: 0 }
    case 'balanceCents':
      return { value: balance, slack: 0 }
    case 'balancePct':
      return share(balance, pool.balanceCents)
    case 'countPct':
      return share(own.length, pool.loans.length)
    case 'averageBalanceCents':
      return own.length > 0 ? { value: balance / own.length, slack: halfCent } : null
  }
  const averaged = averagesOf(pool.kind).find(one => one.measure === id)
  const value = averaged ? weigh(own, averaged.of) : null
  return value === null ? null : { value, slack: noise }
}

/** Ways to sort loans that no table of a tape is made by, but filings print. */
const otherCuts: readonly Cut[] = [
  {
    dimension: 'original-balance',
    title: 'Original balance',
    unit: 'cents',
    of: loan =>
      loan.number('originalLoanAmount') ??
      loan.number('acquisitionCost') ??
      loan.number('originalSecurityAmount'),
  },
]

function toleranceOf(table: Stratification, column: Column, isTotal: boolean): number {
  if (!column.measure?.startsWith('wa')) return halfUnit(column)
  const { rows, total } = halfUnitsOfAverage(table, column)
  return isTotal ? total : rows
}

type Row = Pick<Bucket, 'values' | 'places' | 'at'>
type Compared = { row: Row; bucket: number | null; own: readonly LoanValues[] }

/** A check for each figure of a row that the loans tell; what they do not is added to `left`. */
function checkRow({ table, pool, left }: Tying, { row, bucket, own }: Compared): Check[] {
  return table.columns.flatMap((column): Check[] => {
    const id = column.measure
    const printed = id === null ? null : (row.values[id] ?? null)
    if (id === null || printed === null) return []
    const isOtherDate = ofItsDate.has(id) && !left.isSameDate
    const found = isOtherDate ? null : measure(id, own, pool)
    if (found === null) {
      left.add({ code: isOtherDate ? 'measure-of-its-date' : 'measure-is-not-told', measure: id })
      return []
    }
    const tolerance = toleranceOf(table, column, bucket === null) + found.slack
    return [
      {
        code: tieCode,
        stratification: table.id,
        measure: id,
        bucket,
        statistic: null,
        outcome: Math.abs(printed - found.value) <= tolerance ? 'pass' : 'fail',
        expected: printed,
        found: found.value,
        tolerance,
        bounds: null,
        at: row.places[id] ?? row.at,
      },
    ]
  })
}

/** What was not compared, each kind and thing once. */
class Left {
  readonly isSameDate: boolean
  #byKey = new Map<string, NotCompared>()

  constructor(isSameDate: boolean) {
    this.isSameDate = isSameDate
  }

  add(one: NotCompared): void {
    this.#byKey.set(JSON.stringify(one), one)
  }

  get all(): NotCompared[] {
    return [...this.#byKey.values()]
  }
}

type Tying = { table: Stratification; pool: ComparedPool; left: Left }

/** Is a date within the period that the tape reports, or its month? */
function isOfPeriod(date: string | null, asOf: string | null): boolean {
  return date !== null && asOf !== null && date.slice(0, 'YYYY-MM'.length) === asOf.slice(0, 'YYYY-MM'.length)
}

function refuse(table: Stratification, reason: NotCompared, pool: ComparedPool | null = null): TiedTable {
  return { table, checks: [], reason, left: [], pool }
}

/**
 * Hold a printed table against the loans of a tape: each figure that it prints of a row with what the loans of that row's own range
 * or name come to, and the totals with all loans. Nothing is compared where the pool is another one: of another balance at another
 * date, or of a loan group that the tape does not tell.
 */
export function tieTable(loans: Loans, { table, cutOffDate }: Printed): TiedTable {
  if (table.loanGroup !== null) return refuse(table, { code: 'loan-group', group: table.loanGroup })
  if (table.cut !== undefined) return refuse(table, { code: 'table-is-too-long' })
  const cut = [...cutsOf(loans.kind), ...otherCuts].find(({ dimension }) => dimension === table.dimension)
  if (!cut) return refuse(table, { code: 'dimension-is-not-told' })
  const printed = printedBalanceOf(table)
  const pool = comparePool(loans, printed)
  const isSameDate = isOfPeriod(cutOffDate, pool.asOf)
  if (!pool.isSameBalance && !isSameDate)
    return refuse(table, {
      code: 'another-pool',
      printedCents: printed?.cents[0] ?? null,
      cutOffDate,
      tapeCents: pool.balanceCents,
      asOf: pool.asOf,
    })
  if (ofItsDate.has(cut.dimension) && !isSameDate)
    return refuse(table, { code: 'value-of-its-date', cutOffDate, asOf: pool.asOf }, pool)
  return tieRows({ table, pool, left: new Left(isSameDate) }, cut)
}

function tieRows(tying: Tying, cut: Cut): TiedTable {
  const { table, pool, left } = tying
  const found = findLoansInRows(table, cut, pool.loans)
  if (found.several.length > 0)
    return refuse(table, { code: 'several-at-once', loans: found.several.length }, pool)
  if (found.untold.length > 0)
    return refuse(table, { code: 'value-is-not-told', loans: found.untold.length }, pool)
  const checks = table.buckets.flatMap((row, bucket) => {
    const own = found.rows[bucket]
    if (own) return checkRow(tying, { row, bucket, own })
    left.add({ code: 'name-is-unknown', label: row.label })
    return []
  })
  const { total } = table
  if (total) addAll(checks, checkRow(tying, { row: total, bucket: null, own: pool.loans }))
  if (found.astray.length > 0) left.add({ code: 'loans-in-no-row', loans: found.astray.length })
  return { table, checks, reason: checks.length === 0 ? { code: 'no-figure' } : null, left: left.all, pool }
}
