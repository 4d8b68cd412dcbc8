import { findDimension } from '../dimensions/index.ts'
import type { Unit } from '../report.ts'
import { type Cut, type LoanValue, type LoanValues, severalFigures } from './cut.ts'
import { cutsOf } from './cuts.ts'
import { nameField } from './field-name.ts'
import { ofProperties } from './loan-figures.ts'
import type { Loans } from './loans.ts'
import { type FieldSchema, schemaOf, type TapeKind, type ValueType } from './schema.ts'

/**
 * What loans can be asked by: a dimension that they are sorted by, known by its id, or a field of the schema, known by its element.
 * Figures are in `unit`; dates are text as `YYYY-MM-DD` or `YYYY-MM`, codes the schema's words.
 */
export type LoanKey = {
  key: string
  name: string
  /** What a column of it is headed: as its table is titled. */
  title: string
  unit: Unit
  decimals: number
  of: (loan: LoanValues) => LoanValue
  /** The dimension's own way to sort; null of a field. */
  cut: Cut | null
  /** Names that a loan can have though none of these has it: the words of a code's list. */
  words: readonly string[]
  /** What the exhibit itself writes for a name, and what pages say for it, in lower case: > 3 → SUV   yes → true */
  aliases?: Readonly<Record<string, string>>
  /** A date that is told to the month. */
  isMonth?: true
}

const unitOfType: Record<ValueType, Unit> = {
  amount: 'cents',
  // Of a percent nobody knows whether the field gives it as a fraction: it stays the number that stands there.
  percentage: 'count',
  decimal: 'count',
  integer: 'count',
  date: 'date',
  month: 'date',
  indicator: 'text',
  code: 'text',
  text: 'text',
}

/** More decimals than any field is given with. */
const fieldDecimals = 4

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function keyOfCut(cut: Cut, { balance }: Pick<Loans, 'balance'>): LoanKey {
  const known = findDimension(cut.dimension)
  const ofBalance = cut.dimension === 'current-balance' ? capital(balance.name) : null
  return {
    key: cut.dimension,
    name: ofBalance ?? known?.name ?? cut.title,
    title: ofBalance ?? cut.title,
    unit: cut.unit,
    decimals: cut.unit === 'cents' ? 2 : (cut.decimals ?? 0),
    of: cut.of,
    cut,
    words: [],
  }
}

/** What a figure of a field is of a loan, or its words; properties tell it where all agree, or where it stands of all of them in the loan itself. */
function readField(field: string, { type, ofProperty }: FieldSchema): LoanKey['of'] {
  const isFigure = unitOfType[type] !== 'text' && unitOfType[type] !== 'date'
  if (!ofProperty && isFigure) return loan => loan.number(field)
  if (!ofProperty) return loan => (type === 'code' ? loan.words(field) : loan.text(field))
  if (isFigure)
    return loan => loan.commonOfProperties(field) ?? (loan.isToldApart(field) ? severalFigures : null)
  return ofProperties(field)
}

function aliasesOf({ words = {} }: FieldSchema): Record<string, string> {
  const codes = Object.entries(words).map(([code, said]) => [code.toLowerCase(), capital(said)] as const)
  return Object.fromEntries([
    ...codes,
    // Pages show a code behind its words.
    ...codes.map(([code, said]) => [`${said.toLowerCase()} ${code}`, said] as const),
  ])
}

function keyOfField(field: string, schema: FieldSchema): LoanKey {
  const words = Object.values(schema.words ?? {}).map(capital)
  return {
    key: field,
    name: nameField(field),
    title: nameField(field),
    unit: unitOfType[schema.type],
    decimals: schema.type === 'integer' ? 0 : fieldDecimals,
    of: readField(field, schema),
    cut: null,
    words: schema.type === 'indicator' ? ['true', 'false'] : words,
    aliases: schema.type === 'indicator' ? { yes: 'true', no: 'false' } : aliasesOf(schema),
    ...(schema.type === 'month' && { isMonth: true }),
  }
}

/** The dimensions that loans of a kind are sorted by, in the order of their tables. */
export function dimensionKeys(loans: Pick<Loans, 'kind' | 'balance'>): LoanKey[] {
  return cutsOf(loans.kind).map(cut => keyOfCut(cut, loans))
}

/** The fields that any of the loans, or a property of theirs, gives, by their names. */
export function fieldKeys({ kind, from }: Pick<Loans, 'kind' | 'from'>): LoanKey[] {
  const { fields } = schemaOf(kind)
  return [...new Set([...from.assets.fields, ...from.properties.fields])]
    .flatMap(field => (fields[field] ? [keyOfField(field, fields[field])] : []))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** The key that an address names, a field in any case of letters; null for none that loans of this kind have. */
export function findLoanKey(loans: Pick<Loans, 'kind' | 'balance'>, text: string): LoanKey | null {
  const plain = text.trim().toLowerCase()
  const dimension = dimensionKeys(loans).find(({ key }) => key === plain)
  if (dimension) return dimension
  const field = fieldByName(loans.kind).get(plain)
  const schema = field === undefined ? undefined : schemaOf(loans.kind).fields[field]
  return field === undefined || schema === undefined ? null : keyOfField(field, schema)
}

const byName = new Map<TapeKind, Map<string, string>>()

function fieldByName(kind: TapeKind): Map<string, string> {
  const known = byName.get(kind)
  if (known) return known
  const names = new Map(Object.keys(schemaOf(kind).fields).map(field => [field.toLowerCase(), field]))
  byName.set(kind, names)
  return names
}
