import {
  byDate,
  type DealRecord,
  type FilingSummary,
  type FilingTape,
  type Library,
  loadTables,
  nameFiling,
} from '../library/index.ts'
import type { Stratification } from '../report.ts'
import { mayComeTo, printedBalanceOf, type TiedTable, tieTable } from '../tape/tie/index.ts'

/** A filing's printed tables held against the loans of one of the deal's tapes. */
export type TiedFiling = {
  filing: FilingSummary
  name: string
  tape: FilingTape & { name: string }
  tables: TiedTable[]
}

export type LoadedTied = {
  filings: TiedFiling[]
  /** Filings that were not held against loans, by their names, for they are too long or too many. */
  left: string[]
  /** Printed figures that agree with the loans, and those that do not. */
  tied: number
  differ: number
}

/** More filings of one deal than these are not opened for one page. */
const mostFilings = 12

/** Days between two dates; without end where one is not known. */
function daysApart(one: string | null, other: string | null): number {
  return one === null || other === null
    ? Infinity
    : Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000
}

/** The tape that a filing was printed of: one that comes to a balance that it prints, else the nearest in time, else the first. */
function chooseTape(
  tapes: readonly FilingTape[],
  tables: readonly Stratification[],
  cutOffDate: string | null,
): FilingTape | null {
  const printed = tables.flatMap(table => printedBalanceOf(table) ?? [])
  const withLoans = tapes.filter(({ tape }) => tape.loans > 0)
  const byDay = withLoans.toSorted(
    (one, other) => daysApart(one.tape.asOf, cutOffDate) - daysApart(other.tape.asOf, cutOffDate) || 0,
  )
  const ordered = cutOffDate === null ? withLoans : byDay
  return ordered.find(({ tape }) => printed.some(one => mayComeTo(tape, one))) ?? ordered[0] ?? null
}

async function tieFiling(
  library: Library,
  deal: DealRecord,
  { filing, tapes }: { filing: FilingSummary; tapes: readonly FilingTape[] },
): Promise<TiedFiling | 'nothing-printed' | 'not-opened'> {
  const loaded = await loadTables(library, filing.sha256)
  if (loaded === null || loaded === 'pool-is-too-long') return 'not-opened'
  const printed = loaded.tables.filter(table => !table.computed)
  if (printed.length === 0) return 'nothing-printed'
  const cutOffDate = loaded.deal.cutOffDate?.value ?? null
  const own = tapes.filter(({ sha256 }) => sha256 === filing.sha256)
  const tape = chooseTape(own.length > 0 ? own : tapes, printed, cutOffDate)
  const loans = tape && (await library.findLoans(tape.sha256))
  if (tape === null || loans === null) return 'not-opened'
  const tapeFiling = deal.filings.find(({ sha256 }) => sha256 === tape.sha256)
  return {
    filing,
    name: nameFiling(filing, deal),
    tape: { ...tape, name: tapeFiling ? nameFiling(tapeFiling, deal) : tape.sha256.slice(0, 8) },
    tables: printed.map(table => tieTable(loans, { table, cutOffDate })),
  }
}

/** How many checks of some tables come out so. */
export const countOutcome = (tables: readonly TiedTable[], outcome: 'pass' | 'fail') =>
  tables.reduce((sum, { checks }) => sum + checks.filter(one => one.outcome === outcome).length, 0)

/** Every printed table of a deal held against its loans; nothing where the deal has none of one or the other. */
export async function loadTied(library: Library, deal: DealRecord): Promise<LoadedTied> {
  const tapes = await library.findDealTapes(deal.slug)
  const filings: TiedFiling[] = []
  const left: string[] = []
  const candidates = tapes.length === 0 ? [] : byDate(deal.filings).filter(one => one.printedTables > 0)
  for (const filing of candidates) {
    const tied =
      filings.length < mostFilings ? await tieFiling(library, deal, { filing, tapes }) : 'not-opened'
    if (tied === 'not-opened') left.push(nameFiling(filing, deal))
    else if (tied !== 'nothing-printed') filings.push(tied)
  }
  const tables = filings.flatMap(one => one.tables)
  return { filings, left, tied: countOutcome(tables, 'pass'), differ: countOutcome(tables, 'fail') }
}

/** Loans that are opened while a deal's page is drawn; of more its line only leads to the page that opens them. */
const mostLoansAtOnce = 20_000

/** What a deal's page says of its printed tables and its loans; null where it has not both, `'large'` where opening them takes too long. */
export async function loadTiedLine(library: Library, deal: DealRecord): Promise<LoadedTied | 'large' | null> {
  if (!deal.filings.some(({ printedTables }) => printedTables > 0)) return null
  const tapes = await library.findDealTapes(deal.slug)
  if (tapes.length === 0) return null
  return tapes.some(({ tape }) => tape.period.loans > mostLoansAtOnce)
    ? 'large'
    : await loadTied(library, deal)
}
