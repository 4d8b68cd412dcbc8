import { type LoanStatus, loanStatuses, periodAmounts, type TapePeriod } from '../report/tape.ts'
import type { Loans } from './loans.ts'
import { type PeriodFields, periodFieldsOf } from './period-fields.ts'
import { schemaOf } from './schema.ts'
import type { ValueTable } from './table-of-values.ts'

type Listed = { rows: readonly number[]; assets: ValueTable }

/** The first of some elements that more than half of the loans give; else the first that any gives. */
function fieldOf(fields: readonly string[] | undefined, { rows, assets }: Listed): string | null {
  const given = (fields ?? []).filter(field => assets.holds(field))
  const byMost = given.find(field => rows.filter(row => assets.has(row, field)).length * 2 > rows.length)
  return byMost ?? given[0] ?? null
}

type Amount = TapePeriod['amounts']['end']

function sumOf(field: string | null, { rows, assets }: Listed): Amount {
  if (field === null) return null
  let [cents, loans] = [0, 0]
  for (const row of rows) {
    const value = assets.number(row, field)
    if (value === null) continue
    cents += value
    loans++
  }
  return loans === 0 ? null : { field, cents, loans }
}

function amountsOf({ amounts }: PeriodFields, listed: Listed): TapePeriod['amounts'] {
  const sums = periodAmounts.map(amount => [amount, sumOf(fieldOf(amounts[amount], listed), listed)])
  return Object.fromEntries(sums) as TapePeriod['amounts']
}

/** A sum that is null once one part of it is. */
class WholeSum {
  #cents = 0
  #isWhole = true

  add(value: number | null): void {
    if (value === null) this.#isWhole = false
    else this.#cents += value
  }

  get cents(): number | null {
    return this.#isWhole ? this.#cents : null
  }
}

type Sorted = { loans: number; balance: WholeSum }

/** The loans that something is left of by their status, those of which it is not told apart. */
function statusesOf({ status }: PeriodFields, end: string | null, listed: Listed): TapePeriod['statuses'] {
  const { rows, assets } = listed
  if (!assets.holds(status.field)) return null
  const sorted = new Map<LoanStatus | null, Sorted>()
  for (const row of rows) {
    const left = end === null ? null : assets.number(row, end)
    if (left !== null && left <= 0) continue
    const value = assets.get(row, status.field)
    const told = value === null ? null : status.of(value)
    const own = sorted.get(told) ?? { loans: 0, balance: new WholeSum() }
    own.loans++
    own.balance.add(left)
    sorted.set(told, own)
  }
  const untold = sorted.get(null)
  return {
    field: status.field,
    rows: loanStatuses.flatMap(one => {
      const own = sorted.get(one)
      return own ? [{ status: one, loans: own.loans, balanceCents: own.balance.cents }] : []
    }),
    untold: untold?.loans ?? 0,
    untoldCents: untold ? untold.balance.cents : 0,
  }
}

type Ends = { beginning: string | null; end: string | null }

/** Loans with a balance at the beginning and none at the end, by the reason that they give, the most first. */
function leftOf(
  { reason }: PeriodFields,
  { beginning, end }: Ends,
  listed: Listed,
  words: Readonly<Record<string, string>>,
): TapePeriod['left'] {
  const { rows, assets } = listed
  if (beginning === null || end === null) return null
  const byReason = new Map<string | null, { loans: number; beginningCents: number }>()
  for (const row of rows) {
    const before = assets.number(row, beginning)
    if (before === null || before <= 0 || assets.number(row, end) !== 0) continue
    const code = reason === null ? null : assets.text(row, reason)
    const told = code === null ? null : (words[code] ?? code)
    const own = byReason.get(told) ?? { loans: 0, beginningCents: 0 }
    byReason.set(told, { loans: own.loans + 1, beginningCents: own.beginningCents + before })
  }
  return [...byReason]
    .map(([told, sums]) => ({ reason: told, ...sums }))
    .sort((one, other) => other.beginningCents - one.beginningCents)
}

/** The day that most loans give as the first of the period. */
function beginsOn({ begins }: PeriodFields, { rows, assets }: Listed): string | null {
  const counts = new Map<string, number>()
  for (const field of begins)
    for (const row of rows) {
      const date = assets.text(row, field)
      if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1)
    }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

/**
 * What an exhibit tells of its period, summed over all loans that it lists: balances at both ends, principal, losses, how far loans
 * are behind, and which left. Cents. What no loan gives is null and never nothing; a sum says how many loans it is of.
 */
export function summarizePeriod({ kind, rows, from: { assets } }: Loans): TapePeriod {
  const fields = periodFieldsOf(kind)
  const listed = { rows, assets }
  const amounts = amountsOf(fields, listed)
  const ends = { beginning: amounts.beginning?.field ?? null, end: amounts.end?.field ?? null }
  const words = fields.reason === null ? undefined : schemaOf(kind).fields[fields.reason]?.words
  return {
    from: beginsOn(fields, listed),
    loans: rows.length,
    amounts,
    statuses: statusesOf(fields, ends.end, listed),
    left: leftOf(fields, ends, listed, words ?? {}),
  }
}
