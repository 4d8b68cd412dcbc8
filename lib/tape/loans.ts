import { type BalanceField, balancesOf } from './balances.ts'
import { Faults } from './faults.ts'
import { periodFieldsOf } from './period-fields.ts'
import type { Assets } from './read-assets.ts'
import type { TapeKind } from './schema.ts'
import type { ValueTable } from './table-of-values.ts'

/**
 * One loan: its row among the assets, what it counts for, the rows of properties that stand in it, and of those listed behind it.
 * Where properties are listed behind it, the one that stands in it is all of them taken together.
 */
export type Loan = {
  row: number
  balanceCents: number
  own: readonly number[]
  properties: readonly number[]
}

export type Loans = {
  kind: TapeKind
  from: Assets
  loans: Loan[]
  /** The rows of all loans, those among them that count no more. */
  rows: readonly number[]
  /** The balance that loans count with. */
  balance: BalanceField
  /** Loans of which nothing is left; they are no part of the pool any more. */
  paidOff: number
  /** How many properties all of them have. */
  properties: number
}

/** Numbers of properties are those of their loan and more: > 3-001, 3.01, 3A */
function isPartOf(number: string, loan: string): boolean {
  return number.length > loan.length && number.startsWith(loan) && !/^\d/.test(number.slice(loan.length))
}

/** Commercial exhibits list properties behind their loan as assets of their own, which have no amount at origination. */
function isLoan({ kind, assets }: Assets, row: number): boolean {
  if (kind !== 'cmbs') return true
  return assets.has(row, 'originalLoanAmount') || balancesOf(kind).some(({ field }) => assets.has(row, field))
}

/** The rows of a loan's properties, without what stands there of all of them taken together. */
export function propertiesOf({ own, properties }: Pick<Loan, 'own' | 'properties'>): readonly number[] {
  return properties.length > 0 ? properties : own
}

const none: readonly number[] = []

type Found = { row: number; number: string; own: readonly number[]; properties: number[] }

function findLoans(from: Assets): Found[] {
  const { assets, faults } = from
  const ownProperties = Map.groupBy(from.assetOfProperty.keys(), property => from.assetOfProperty[property])
  const loans: Found[] = []
  const seen = new Set<string>()
  for (let row = 0; row < assets.length; row++) {
    const number = assets.text(row, 'assetNumber') ?? ''
    const own = ownProperties.get(row) ?? none
    const last = loans.at(-1)
    if (isLoan(from, row)) {
      loans.push({ row, number, own, properties: [] })
      if (number !== '' && seen.has(number))
        faults.add('repeated-number', 'assetNumber', number, assets.lineOfRow(row))
      seen.add(number)
    } else if (last && isPartOf(number, last.number)) for (const one of own) last.properties.push(one)
    else faults.add('lone-property', 'assetNumber', number, assets.lineOfRow(row))
  }
  return loans.map(loan => withOwnProperties(loan, assets))
}

const countFields = ['NumberPropertiesSecuritization', 'NumberProperties']

/** The one that stands in a loan is a property like those behind it where the loan says that it has as many. */
function withOwnProperties(loan: Found, assets: ValueTable): Found {
  const { row, own, properties } = loan
  if (own.length === 0 || properties.length === 0) return loan
  const all = own.length + properties.length
  const isCounted = countFields.some(field => assets.number(row, field) === all)
  return isCounted ? { ...loan, own: [], properties: [...own, ...properties] } : loan
}

/**
 * The first that more than half of the loans give, and some with more than nothing: an exhibit that is filed before the first period
 * ends may say 0 for what is left then. Where loans tell why they left the pool, nothing is what is left of them. Where none is so,
 * the first of the kind, and each loan without it is told.
 */
function findBalance(kind: TapeKind, found: readonly Found[], assets: ValueTable): BalanceField {
  const balances = balancesOf(kind)
  const { reason, amounts } = periodFieldsOf(kind)
  const isPaidBy = ({ field }: BalanceField) =>
    amounts.end?.includes(field) === true &&
    found.some(({ row }) => reason !== null && assets.has(row, reason) && assets.number(row, field) === 0)
  const isGiven = ({ field }: BalanceField) =>
    found.filter(({ row }) => assets.has(row, field)).length * 2 > found.length &&
    found.some(({ row }) => (assets.number(row, field) ?? 0) > 0)
  return balances.find(one => isPaidBy(one) || isGiven(one)) ?? balances[0]
}

/**
 * The loans of an exhibit with their properties, and what they count with: the first balance of their kind that most of
 * them give, or the one that is asked for by its field. A loan without one, or below nothing, is told; one of which nothing is left
 * counts no more.
 */
export function readLoans(from: Assets, asked?: string): Loans {
  const { kind, assets, faults } = from
  const found = findLoans(from)
  const chosen = balancesOf(kind).find(({ field }) => field === asked)
  const balance = chosen ?? findBalance(kind, found, assets)
  const loans: Loan[] = []
  let paidOff = 0
  // Lines are packed apart, and opened only where one is told.
  const lineOf = (row: number) => assets.lineOf(row, balance.field) ?? assets.lineOfRow(row)
  for (const { row, number, own, properties } of found) {
    const balanceCents = assets.number(row, balance.field)
    if (balanceCents === null) faults.add('no-balance', balance.field, number, lineOf(row))
    else if (balanceCents < 0) faults.add('negative-balance', balance.field, number, lineOf(row))
    else if (balanceCents === 0) paidOff++
    else loans.push({ row, balanceCents, own, properties })
  }
  const count = found.reduce((sum, one) => sum + propertiesOf(one).length, 0)
  return { kind, from, loans, rows: found.map(({ row }) => row), balance, paidOff, properties: count }
}

const byBalance = new WeakMap<Loans, Map<string, Loans>>()

/** The same exhibit with its loans counting with another of its balances, and what is told of that; made once for each. */
export function countedBy(loans: Loans, field: string): Loans {
  if (field === loans.balance.field) return loans
  const known = byBalance.get(loans) ?? new Map<string, Loans>()
  byBalance.set(loans, known)
  const old = known.get(field)
  if (old) return old
  const counted = readLoans({ ...loans.from, faults: new Faults() }, field)
  known.set(field, counted)
  return counted
}
