import { setImmediate } from 'node:timers/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { z } from 'zod'
import { loanHref } from '../addresses/loans-address.ts'
import { formatCsv, formatCsvRows } from '../export/csv.ts'
import type { Cell } from '../export/export-table.ts'
import { loansHeaders, loansParquet, loansRows } from '../export/loans-table.ts'
import { writeParquet } from '../export/parquet/write-parquet.ts'
import { type DealRecord, foreignCursor, type Library, openCursor, sealCursor } from '../library/index.ts'
import type { Unit } from '../report.ts'
import { Several } from '../tape/cut.ts'
import { isRepeated, nameLoan } from '../tape/loan-number.ts'
import type { Loans } from '../tape/loans.ts'
import { findCurrentDeal } from './current-deal.ts'
import { answerTagged } from './entity-tag.ts'
import { answerFile, fileTypes } from './file-answer.ts'
import { findTape } from './find-tape.ts'
import { nextLink, withLinks } from './links.ts'
import { type AskedLoans, askLoans, keptQuery } from './loans-query.ts'
import { findOneLoan, oneLoanSchema } from './one-loan.ts'
import { onlyValue } from './repeated-values.ts'
import { answerError, type ErrorCode } from './service-errors.ts'
import { streamBytes, streamTexts } from './stream-bytes.ts'

const ofFilingSchema = z.object({ slug: z.string(), filing: z.string(), kind: z.string() })

/** A page of the loans of a filing that are asked for. */
export const loansAnswerSchema = ofFilingSchema.extend({
  /** How many loans there are, and how many and with what balance are asked for. */
  loans: z.int(),
  found: z.int(),
  balanceCents: z.number(),
  balanceName: z.string(),
  /** Loans of which it is not told whether they are meant. */
  open: z.int(),
  columns: z.array(z.object({ key: z.string(), name: z.string(), unit: z.string() })),
  rows: z.array(
    z.object({
      number: z.string().nullable(),
      /** The line on which the loan begins. */
      line: z.int(),
      url: z.string(),
      /** By column: cents of money, percents as percents, codes in words; null where it is not told. */
      values: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
      /** Columns of which the loan has several, as of properties in several states. */
      several: z.array(z.string()),
    }),
  ),
  next: z.string().nullable(),
})
export type LoansAnswer = z.infer<typeof loansAnswerSchema>

export const loanAnswerSchema = ofFilingSchema.extend({ loan: oneLoanSchema })

type OfFiling = { deal: DealRecord; sha256: string }
type Refusal = { code: ErrorCode; detail?: string | undefined }

const usualLimit = 100
const mostLimit = 1000

async function findAsked(
  library: Library,
  slug: string,
  query: URLSearchParams,
): Promise<(OfFiling & { loans: Loans }) | Refusal> {
  const deal = await findCurrentDeal(library, slug)
  if (deal === null) return { code: 'deal-is-unknown' }
  const tape = await findTape(library, deal, onlyValue(query, 'filing'))
  return 'none' in tape ? { code: tape.none } : { deal, ...tape }
}

/** What is asked for of the loans of a deal; a refusal where any of it is not understood. */
async function findAskedLoans(
  library: Library,
  slug: string,
  query: URLSearchParams,
): Promise<(OfFiling & { asked: AskedLoans }) | Refusal> {
  const found = await findAsked(library, slug, query)
  if ('code' in found) return found
  const { deal, sha256, loans } = found
  const asked = askLoans(query, loans)
  const [problem] = asked.problems
  if (problem) return { code: 'query-is-not-understood', detail: `${problem.parameter}: ${problem.problem}` }
  return { deal, sha256, asked }
}

function readLimit(query: URLSearchParams): number | null {
  const typed = onlyValue(query, 'limit')
  if (typed === null) return usualLimit
  const limit = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  return limit >= 1 && limit <= mostLimit ? limit : null
}

function rowOf({ deal, sha256 }: OfFiling, { loans, values, columns }: AskedLoans, loan: number) {
  const name = nameLoan(loans, loan)
  const own = columns.map(by => [by.key, values.valueOf(loan, by)] as const)
  return {
    ...name,
    url: loanHref(deal, sha256, isRepeated(loans, name) ? name : { number: name.number }),
    values: Object.fromEntries(own.map(([key, value]) => [key, value instanceof Several ? null : value])),
    several: own.flatMap(([key, value]) => (value instanceof Several ? [key] : [])),
  }
}

/** Answer `GET /api/deals/{slug}/loans`: a page of them, behind the one that a cursor names. */
export async function answerLoans(request: Request, library: Library, slug: string): Promise<Response> {
  const query = new URL(request.url).searchParams
  const found = await findAskedLoans(library, slug, query)
  if ('code' in found) return answerError(found.code, found.detail)
  const { deal, sha256, asked } = found
  const limit = readLimit(query)
  if (limit === null) return answerError('query-is-not-understood', `limit: 1 to ${mostLimit}`)
  const list = `loans ${sha256}?${new URLSearchParams(keptQuery(query))}`
  const cursor = onlyValue(query, 'cursor')
  const from = cursor === null ? 0 : Number(openCursor(cursor, list) ?? Number.NaN)
  if (Number.isNaN(from)) return answerError('query-is-not-understood', `cursor: ${foreignCursor}`)
  const rows = asked.found.slice(from, from + limit).map(loan => rowOf({ deal, sha256 }, asked, loan))
  const next = from + limit < asked.found.length ? sealCursor(String(from + limit), list) : null
  const answer: LoansAnswer = {
    slug,
    filing: sha256,
    kind: asked.loans.kind,
    loans: asked.loans.loans.length,
    found: asked.found.length,
    balanceCents: asked.balanceCents,
    balanceName: asked.loans.balance.name,
    open: asked.filtered.open.loans,
    columns: asked.columns.map(({ key, title, unit }) => ({ key, name: title, unit })),
    rows,
    next,
  }
  return withLinks(Response.json(answer), [nextLink(request, next)])
}

/** Answer `GET /api/deals/{slug}/loans/{number}`. */
export async function answerLoan(
  request: Request,
  library: Library,
  { slug, number }: { slug: string; number: string },
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const found = await findAsked(library, slug, query)
  if ('code' in found) return answerError(found.code, found.detail)
  const typed = onlyValue(query, 'line')
  if (typed !== null && !/^\d{1,9}$/.test(typed)) return answerError('query-is-not-understood', 'line')
  const line = typed === null ? null : Number(typed)
  const loan = await findOneLoan(library, found.sha256, found.loans, { number, line })
  if (loan === null) return answerError('loan-is-unknown', number)
  return Response.json({ slug, filing: found.sha256, kind: found.loans.kind, loan })
}

type LoansForm = 'csv' | 'xlsx' | 'parquet'

/** Answer the loans that are asked for as a file, written while it is sent. */
export async function answerLoansFile(
  request: Request,
  library: Library,
  { slug, form }: { slug: string; form: LoansForm },
): Promise<Response> {
  const found = await findAskedLoans(library, slug, new URL(request.url).searchParams)
  if ('code' in found) return answerError(found.code, found.detail)
  const { sha256, asked } = found
  return await answerTagged(request, [sha256, form], async () =>
    answerFile(bodies[form](asked), fileTypes[form], `${slug}--loans.${form}`),
  )
}

const bodies: Record<LoansForm, (asked: AskedLoans) => ReadableStream<Uint8Array>> = {
  csv: asked => streamTexts(csvOf(asked)),
  xlsx: asked => writeXlsxStream(sheetRows(asked), sheetOf(asked)),
  parquet: asked => streamBytes(parquetOf(asked)),
}

async function* csvOf(asked: AskedLoans): AsyncGenerator<string> {
  yield formatCsv({ headers: loansHeaders(asked.columns), rows: [] })
  for (const rows of loansRows(asked)) {
    yield formatCsvRows(rows)
    await setImmediate()
  }
}

const formats: Partial<Record<Unit, string>> = { cents: '#,##0.00', date: 'yyyy-mm-dd' }
/** Of columns, in characters. */
const columnWidth = 18

/** A sheet with its headings in sight, each column in the format of its unit. */
function sheetOf({ columns }: AskedLoans) {
  return {
    name: 'Loans',
    freezePane: { rows: 1, columns: 1 },
    columns: loansHeaders(columns).map((header, order) => {
      const numFmt = formats[columns[order - 1]?.unit ?? 'text']
      return { header, width: columnWidth, ...(numFmt && { numFmt }) }
    }),
  }
}

async function* sheetRows(asked: AskedLoans) {
  for (const rows of loansRows(asked)) {
    for (const row of rows) yield row.map(sheetValue)
    await setImmediate()
  }
}

/** Text stays text in a sheet, whatever it begins with. */
function sheetValue(cell: Cell): string | number | Date | null {
  if (cell === null) return null
  if ('figure' in cell) return cell.figure
  return 'day' in cell ? new Date(`${cell.day}T00:00:00Z`) : cell.text
}

/** The pieces of a Parquet file, each made when the one before has been taken. */
async function* parquetOf(asked: AskedLoans): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const written = writeParquet(loansParquet(asked), inPieces(asked.found), bytes => writer.write(bytes)).then(
    () => writer.close(),
    problem => writer.abort(problem),
  )
  for await (const bytes of readable) yield bytes
  await written
}

const loansInPiece = 2000

async function* inPieces(found: readonly number[]): AsyncGenerator<number> {
  for (const [order, loan] of found.entries()) {
    if (order % loansInPiece === 0) await setImmediate()
    yield loan
  }
}
