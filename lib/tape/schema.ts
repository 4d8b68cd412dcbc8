import autoLease from './schemas/auto-lease.json' with { type: 'json' }
import autoLoan from './schemas/auto-loan.json' with { type: 'json' }
import cmbs from './schemas/cmbs.json' with { type: 'json' }
import debtSecurities from './schemas/debt-securities.json' with { type: 'json' }
import rmbs from './schemas/rmbs.json' with { type: 'json' }

/** What a value of a field is: dollars, a percent or its fraction, a month and year, one of the codes of a list. */
export type ValueType =
  | 'amount'
  | 'percentage'
  | 'decimal'
  | 'integer'
  | 'date'
  | 'month'
  | 'indicator'
  | 'code'
  | 'text'

/** An element of the Commission's schema; `words` says what its codes mean, `ofProperty` that it stands in a `property`. */
export type FieldSchema = { type: ValueType; words?: Record<string, string>; ofProperty?: boolean }

export type TapeSchema = { namespace: string; fields: Record<string, FieldSchema> }

export type TapeKind = 'cmbs' | 'auto-loan' | 'auto-lease' | 'rmbs' | 'debt-securities'

/** Written by write-schemas.ts from the schemas that the Commission publishes. */
const schemas: Record<TapeKind, TapeSchema> = {
  cmbs,
  'auto-loan': autoLoan,
  'auto-lease': autoLease,
  rmbs,
  'debt-securities': debtSecurities,
} as Record<TapeKind, TapeSchema>

const byNamespace = new Map<string, TapeKind>(
  Object.entries(schemas).map(([kind, { namespace }]) => [namespace, kind as TapeKind]),
)

export function schemaOf(kind: TapeKind): TapeSchema {
  return schemas[kind]
}

/** The kind of loans whose exhibits use this namespace; null for another namespace. */
export function kindOfNamespace(namespace: string): TapeKind | null {
  return byNamespace.get(namespace.trim()) ?? null
}
