import { formatDate } from '../format/index.ts'
import type { LoanValues } from './cut.ts'
import { type Loan, type Loans, propertiesOf } from './loans.ts'
import { isPossiblePercent, type PercentKind, type PercentScale, scaleOf, toPercent } from './percents.ts'
import { possibleValue } from './possible-values.ts'
import { schemaOf } from './schema.ts'
import type { ValueTable } from './table-of-values.ts'

const endFields = ['reportingPeriodEndDate', 'reportingPeriodEndingDate', 'reportPeriodEndDate']

const endFieldOf = ({ from: { assets } }: Loans) => endFields.find(name => assets.holds(name))

/** The end of the period that most loans report, those that are paid where no other is left; null where none does. */
export function findAsOf(of: Loans): string | null {
  const { from, loans } = of
  const { assets } = from
  const counts = new Map<string, number>()
  const field = endFieldOf(of)
  if (field === undefined) return null
  for (const row of loans.length > 0 ? loans.map(one => one.row) : of.rows) {
    const date = assets.text(row, field)
    if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null
}

/** Loans that report another period than most of them, or none, are counted with the others; they are told as faults. */
export function findOtherPeriods(of: Loans): void {
  const { assets, faults } = of.from
  const [asOf, field] = [findAsOf(of), endFieldOf(of)]
  if (asOf === null || field === undefined) return
  for (const row of of.rows) {
    const date = assets.text(row, field)
    const line = assets.lineOf(row, field) ?? assets.lineOfRow(row)
    if (date === null) faults.add('no-period', field, assets.text(row, 'assetNumber') ?? '', line)
    else if (date !== asOf) faults.add('other-period', field, formatDate(date), line)
  }
}

/** How each field of percents is told, found at its first use from all rows, with those told whose scale is not certain. */
class PercentScales {
  #loans: Loans
  #scales = new Map<string, PercentScale>()

  constructor(loans: Loans) {
    this.#loans = loans
  }

  read(table: ValueTable, row: number, field: string, kind: PercentKind): number | null {
    const value = table.number(row, field)
    if (value === null) return null
    const percent = toPercent(value, this.#scaleOf(table, field, kind), kind)
    return percent !== null && isPossiblePercent(percent, kind) ? percent : null
  }

  #scaleOf(table: ValueTable, field: string, kind: PercentKind): PercentScale {
    const known = this.#scales.get(field)
    if (known !== undefined) return known
    const numbers = Array.from({ length: table.length }, (_, row) => table.number(row, field))
    const scale = scaleOf(
      numbers.map(value => value ?? 0),
      kind,
    )
    this.#scales.set(field, scale)
    for (const [row, value] of numbers.entries()) {
      if (value === null) continue
      const percent = toPercent(value, scale, kind)
      if (percent !== null && isPossiblePercent(percent, kind)) continue
      const fault = percent === null ? 'mixed-percents' : 'impossible-value'
      this.#loans.from.faults.add(fault, field, String(value), table.lineOf(row, field) ?? 1)
    }
    return scale
  }
}

/** > amortizing Balloon → Amortizing Balloon */
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The values of each loan, as cuts ask for them. */
export function valuesOfLoans(loans: Loans): (loan: Loan) => LoanValues {
  const { kind, from } = loans
  const { assets, properties } = from
  const { fields } = schemaOf(kind)
  const scales = new PercentScales(loans)
  const asOf = findAsOf(loans)
  const wordsOf = (field: string, code: string) => capital(fields[field]?.words?.[code] ?? code)
  const isCoded = (field: string) => fields[field]?.type === 'code'
  return loan => ({
    asOf,
    balanceCents: loan.balanceCents,
    text: field => assets.text(loan.row, field),
    number: field => assets.number(loan.row, field),
    possibleNumber: field => possibleValue(field, assets.number(loan.row, field)),
    possibleText: field => possibleValue(field, assets.text(loan.row, field)),
    percent: (field, percentKind) => scales.read(assets, loan.row, field, percentKind),
    words: field => {
      const code = assets.text(loan.row, field)
      return code === null ? null : wordsOf(field, code)
    },
    namesOfProperties: field => {
      const { own, properties: behind } = loan
      const told = new Set([...own, ...behind].map(row => properties.text(row, field)))
      told.delete(null)
      // What stands in a loan of several may tell nothing of them; each of those must.
      const each = behind.length > 0 ? behind : own
      const isWhole = each.every(row => properties.has(row, field))
      const names = [...told].filter(name => name !== null)
      return { names: isCoded(field) ? names.map(name => wordsOf(field, name)) : names, isWhole }
    },
    ofProperty: field => {
      const [row, ...others] = tellers(loan, field)
      return row === undefined || others.length > 0
        ? null
        : possibleValue(field, properties.number(row, field))
    },
    commonOfProperties: field => commonOf(tellers(loan, field).map(row => properties.number(row, field))),
    commonPercentOfProperties: (field, percentKind) =>
      commonOf(tellers(loan, field).map(row => scales.read(properties, row, field, percentKind))),
    sumOfProperties: field =>
      sumOf(propertiesOf(loan).map(row => possibleValue(field, properties.number(row, field)))),
    isToldApart: field => {
      const rows = tellers(loan, field)
      return rows.length > 1 && rows.every(row => properties.has(row, field))
    },
  })

  /** The rows that tell a figure of all that a loan is lent on: what stands in it, else the properties listed behind it. */
  function tellers({ own, properties: behind }: Loan, field: string): readonly number[] {
    return behind.length === 0 || own.some(row => properties.has(row, field)) ? own : behind
  }
}

function commonOf([first = null, ...others]: readonly (number | null)[]): number | null {
  return others.every(one => one === first) ? first : null
}

/** Null where one is not told, and where all are alike: what stands at each of them may be what all come to. */
function sumOf(amounts: readonly (number | null)[]): number | null {
  if (amounts.length > 1 && commonOf(amounts) !== null) return null
  let sum = 0
  for (const amount of amounts) {
    if (amount === null) return null
    sum += amount
  }
  return amounts.length === 0 ? null : sum
}
