import { z } from 'zod'
import { largest } from '../extremes.ts'
import type { Library } from '../library/index.ts'
import { placeSchema } from '../report/place.ts'
import type { Place } from '../report.ts'
import { nameField } from '../tape/field-name.ts'
import { findLoansByNumber, isRepeated, nameLoan } from '../tape/loan-number.ts'
import { type Loans, propertiesOf } from '../tape/loans.ts'
import { sayFieldValue } from '../tape/say-value.ts'
import { schemaOf } from '../tape/schema.ts'
import type { ValueTable } from '../tape/table-of-values.ts'

const loanFieldSchema = z.object({
  /** The element, and its name in words. */
  field: z.string(),
  name: z.string(),
  /** What the schema says it is. */
  type: z.string(),
  /** Cents of an amount; other figures, codes, dates (`YYYY-MM-DD`, `YYYY-MM`) and words as they are. */
  value: z.union([z.number(), z.string()]),
  /** The value as people read it, and of a code the code. */
  words: z.string(),
  code: z.string().nullable(),
  at: placeSchema,
})
export type LoanField = z.infer<typeof loanFieldSchema>

const propertySchema = z.object({ line: z.int(), fields: z.array(loanFieldSchema) })

const loanNameSchema = z.object({ number: z.string().nullable(), line: z.int().optional() })

export const oneLoanSchema = z.object({
  title: z.string(),
  number: z.string().nullable(),
  /** The line on which the loan begins. */
  line: z.int(),
  /** How its address names it. */
  asked: loanNameSchema,
  balanceCents: z.number(),
  balanceName: z.string(),
  fields: z.array(loanFieldSchema),
  /** What stands in the loan of all its properties taken together; null where none are listed behind it. */
  together: propertySchema.nullable(),
  /** Of those that are asked for. */
  properties: z.array(propertySchema),
  /** How many properties the loan has, and how many of these come before the first. */
  propertyCount: z.int(),
  propertiesBefore: z.int(),
  /** Other loans of the same number. */
  others: z.array(z.object({ number: z.string().nullable(), line: z.int() })),
  before: loanNameSchema.nullable(),
  after: loanNameSchema.nullable(),
})
export type OneLoan = z.infer<typeof oneLoanSchema>

/** Lines longer than this are not searched for the place of a value; the line is its place. */
const longestLine = 4000

/** Where a value stands on its line: between the tags of its element. The whole line where that is not found. */
function placeOn(text: string | undefined, line: number, field: string): Place {
  const whole: Place = { line, start: 1, end: Math.min((text ?? '').length, longestLine) + 1 }
  if (text === undefined || text.length > longestLine) return whole
  const found = new RegExp(`<(?:[\\w.-]+:)?${field}(?:\\s[^>]*)?>\\s*([^<]*?)\\s*<`).exec(text)
  const value = found?.[1] ?? ''
  if (found === null || value === '') return whole
  const start = found.index + found[0].indexOf(value, found[0].indexOf('>')) + 1
  return { line, start, end: start + value.length }
}

type Lines = ReadonlyMap<number, string>

/** What a row says, as the filing has it from line to line. */
function fieldsOf(table: ValueTable, row: number, { kind }: Loans, lines: Lines): LoanField[] {
  const { fields } = schemaOf(kind)
  const read = table.fields.flatMap(field => {
    const [value, schema] = [table.get(row, field), fields[field]]
    const line = table.lineOf(row, field)
    if (value === null || schema === undefined || line === null) return []
    const words = sayFieldValue(value, field, schema) ?? ''
    const code = schema.type === 'code' && words !== value ? String(value) : null
    const at = placeOn(lines.get(line), line, field)
    return { field, name: nameField(field), type: schema.type, value, words, code, at }
  })
  return read.sort((one, other) => one.at.line - other.at.line)
}

/** The lines on which a loan and its properties stand, as far as they are near each other. */
async function linesOf(
  library: Pick<Library, 'findLines'>,
  sha256: string,
  rows: readonly { table: ValueTable; row: number }[],
): Promise<Lines> {
  const lines = new Map<number, string>()
  for (const { table, row } of rows) {
    const from = table.lineOfRow(row)
    const own = table.fields.map(field => table.lineOf(row, field) ?? from)
    const to = Math.max(from, largest(own))
    if (lines.has(from) && lines.has(to)) continue
    const window = await library.findLines(sha256, { from, to, around: from })
    for (const [order, text] of window?.lines.entries() ?? []) lines.set((window?.first ?? 1) + order, text)
  }
  return lines
}

/** Lines are looked up for so many properties of a loan; of more the line alone is the place. */
const mostLookedUp = 20

/** A page shows so many properties of a loan: as many as are looked up, and no more than a browser draws at once. */
export const propertiesOnPage = mostLookedUp

type AskedLoan = {
  number: string
  line: number | null
  /** Only these of its properties; all where nothing is said. */
  properties?: { from: number; count: number }
}

/** One loan of a filing by its number, and by the line on which it begins where several have that number; null for none. */
export async function findOneLoan(
  library: Pick<Library, 'findLines'>,
  sha256: string,
  loans: Loans,
  { number, line, properties: part }: AskedLoan,
): Promise<OneLoan | null> {
  const same = findLoansByNumber(loans, number)
  const loan = line === null ? same[0] : same.find(one => nameLoan(loans, one).line === line)
  const found = loan === undefined ? undefined : loans.loans[loan]
  if (loan === undefined || found === undefined) return null
  const { assets, properties } = loans.from
  const name = nameLoan(loans, loan)
  const all = propertiesOf(found)
  const shown = part ? all.slice(part.from, part.from + part.count) : all
  const together = all === found.own ? undefined : found.own[0]
  const looked = [
    { table: assets, row: found.row },
    ...[together, ...shown.slice(0, mostLookedUp)].flatMap(row =>
      row === undefined ? [] : [{ table: properties, row }],
    ),
  ]
  const lines = await linesOf(library, sha256, looked)
  const propertyOf = (row: number) => ({
    line: properties.lineOfRow(row),
    fields: fieldsOf(properties, row, loans, lines),
  })
  return {
    title: name.number === null ? `Loan without a number, line ${name.line}` : `Loan ${name.number}`,
    ...name,
    asked: addressed(loans, loan),
    balanceCents: found.balanceCents,
    balanceName: loans.balance.name,
    fields: fieldsOf(assets, found.row, loans, lines),
    together: together === undefined ? null : propertyOf(together),
    properties: shown.map(propertyOf),
    propertyCount: all.length,
    propertiesBefore: part?.from ?? 0,
    others: same.filter(one => one !== loan).map(one => nameLoan(loans, one)),
    before: loan > 0 ? addressed(loans, loan - 1) : null,
    after: loan + 1 < loans.loans.length ? addressed(loans, loan + 1) : null,
  }
}

/** The name that leads to a loan alone: with its line where its number does not. */
function addressed(loans: Loans, loan: number): OneLoan['asked'] {
  const name = nameLoan(loans, loan)
  return isRepeated(loans, name) ? name : { number: name.number }
}
