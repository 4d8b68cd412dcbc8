import { z } from 'zod'
import type { DealRecord, Library } from '../library/index.ts'
import { type Place, type Stratification, stratificationSchema, unitSchema } from '../report.ts'
import { type BalanceField, balancesOf } from '../tape/balances.ts'
import { printLoanFilter } from '../tape/filters.ts'
import { columnsOf, type LoanColumns } from '../tape/loan-columns.ts'
import { describeLoanFilter } from '../tape/loan-filter-words.ts'
import { countedBy } from '../tape/loans.ts'
import { readBalance, readSlice, type SliceAsked } from '../tape/read-slice.ts'
import { type Slice, type SliceSums, sliceLoans } from '../tape/slice.ts'
import { type SplitWithin, splitWithin } from '../tape/split-within.ts'
import { detailOfRepeated } from './repeated-values.ts'
import type { ErrorCode } from './service-errors.ts'

const countedSchema = z.object({ loans: z.int(), balanceCents: z.number() })
const sumsSchema = z.object({
  ...countedSchema.shape,
  averageBalanceCents: z.number().nullable(),
  /** Weighted by balance, of the loans that tell it: `told` of them. */
  averages: z.array(
    z.object({
      measure: z.string(),
      name: z.string(),
      unit: unitSchema,
      value: z.number().nullable(),
      told: z.int(),
    }),
  ),
})
const cellSchema = z.object({
  ...countedSchema.shape,
  balancePct: z.number().nullable(),
  /** What cells show, in its unit; null where no loan is there, or none tells it. */
  shown: z.number().nullable(),
})

/** Some loans of an exhibit, sorted in every way, each figure computed from them. */
export const sliceAnswerSchema = z.object({
  filing: z.string(),
  /** The balance that loans count with, and those that the exhibit gives besides. */
  balance: z.object({ field: z.string(), name: z.string() }),
  balances: z.array(z.object({ field: z.string(), name: z.string() })),
  /** What is asked for, as its address has it and in words; what each leaves open: loans that do not tell it, or are several. */
  filters: z.array(
    z.object({
      parameters: z.array(z.tuple([z.string(), z.string()])),
      says: z.string(),
      untold: countedSchema,
      several: countedSchema,
    }),
  ),
  chosen: sumsSchema,
  whole: sumsSchema,
  /** Of the whole pool’s balance. */
  balancePct: z.number().nullable(),
  /** Loans that no filter rules out, and one cannot be judged of. */
  open: countedSchema,
  tables: z.array(stratificationSchema),
  /** One way to sort them within another, where it is asked for. */
  within: z
    .object({
      rows: z.string(),
      columns: z.string(),
      shows: z.object({ name: z.string(), unit: unitSchema }),
      columnLabels: z.array(z.string()),
      lines: z.array(z.object({ label: z.string(), cells: z.array(cellSchema), total: cellSchema })),
      totals: z.array(cellSchema),
      total: cellSchema,
    })
    .nullable(),
})
export type SliceAnswer = z.infer<typeof sliceAnswerSchema>

/** Why there is no slice, and what in the query it is about. */
export type SliceRefusal = { code: ErrorCode; detail: string | null }

/** A deal’s loans as an address asks for them. What of it is not understood is in `asked.problems`, and left out. */
export type LoadedSlice = {
  sha256: string
  columns: LoanColumns
  /** The balance that loans count with; whether it is another than they count with unasked. */
  balance: BalanceField
  isOtherBalance: boolean
  balances: BalanceField[]
  /** Loans that do not count: nothing is left of them, or they do not tell the balance. */
  paidOff: number
  asked: SliceAsked
  slice: Slice
  within: SplitWithin | null
}

/** The loans of a deal’s filing as an address asks for them; null where the filing has none. */
export async function loadSlice(
  library: Library,
  sha256: string,
  query: URLSearchParams,
): Promise<LoadedSlice | null> {
  const loans = await library.findLoans(sha256)
  const part = loans && (await library.findReportPart(sha256, { number: 1 }))
  if (!loans || !part) return null
  const whole = columnsOf(loans)
  const chosen = readBalance(query, whole)
  const columns = chosen && 'field' in chosen ? columnsOf(countedBy(loans, chosen.field)) : whole
  const asked = readSlice(query, columns)
  if (chosen && 'problem' in chosen) asked.problems.push(chosen.problem)
  const at: Place = part.report.tape?.at ?? { line: 1, start: 1, end: 1 }
  const slice = sliceLoans(columns, asked, at)
  const { balance, paidOff } = columns.loans
  return {
    sha256,
    columns,
    balance,
    isOtherBalance: balance.field !== loans.balance.field,
    balances: balancesOf(loans.kind).filter(({ field }) => loans.from.assets.holds(field)),
    paidOff,
    asked,
    slice,
    within: asked.within && splitWithin(columns, slice.filtered.loans, asked.within, asked.edges),
  }
}

/** What has one value in the address of a slice. */
const single = ['filing', 'balance', 'rows', 'columns', 'cells', 'by', 'is', 'value', 'table'] as const

/** The same for a call, which refuses whatever is not understood. */
export async function findSlice(
  library: Library,
  { sha256 }: { deal: DealRecord; sha256: string },
  query: URLSearchParams,
): Promise<LoadedSlice | SliceRefusal> {
  const repeated = detailOfRepeated(query, single)
  if (repeated !== null) return { code: 'query-is-not-understood', detail: repeated }
  const loaded = await loadSlice(library, sha256, query)
  if (loaded === null) return { code: 'deal-has-no-loans', detail: null }
  const [problem] = loaded.asked.problems
  return problem === undefined
    ? loaded
    : { code: 'query-is-not-understood', detail: `${problem.parameter}: ${problem.problem}` }
}

export function answerSlice(loaded: LoadedSlice): SliceAnswer {
  const { sha256, columns, balance, balances, slice, within } = loaded
  const { filtered, chosen, whole, balancePct, stratifications } = slice
  return {
    filing: sha256,
    balance,
    balances,
    filters: filtered.byFilter.map(({ filter, untold, several }) => {
      const { name, limits } = describeLoanFilter(filter)
      return { parameters: printLoanFilter(filter, columns), says: `${name} ${limits}`, untold, several }
    }),
    chosen: sumsOf(chosen),
    whole: sumsOf(whole),
    balancePct,
    open: filtered.open,
    tables: stratifications,
    within: within && withinOf(within),
  }
}

function sumsOf({ averages, ...sums }: SliceSums): SliceAnswer['chosen'] {
  return {
    ...sums,
    averages: averages.map(({ averaged: { measure, header, unit }, value, told }) => ({
      measure,
      name: header,
      unit,
      value,
      told,
    })),
  }
}

function withinOf({ rows, columns, shows, lines, ...others }: SplitWithin): SliceAnswer['within'] {
  return {
    ...others,
    rows: rows.key,
    columns: columns.key,
    shows: { name: shows.name, unit: shows.unit },
    lines: lines.map(({ label, cells, total }) => ({ label, cells, total })),
  }
}

/** The table of a slice that a file is asked for; null where there is none by that id. */
export function tableOfSlice({ slice }: LoadedSlice, id: string): Stratification | null {
  return slice.stratifications.find(table => table.id === id) ?? null
}
