import { hash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { DealTable } from '../schema.ts'
import { layoutNumber } from './layout.ts'

/** What of a deal is read into columns. */
export const listed = [
  'id',
  'revision',
  'deleted_at',
  'report_id',
  'name_sort',
  'shelf',
  'shelf_key',
  'year',
  'signed_on',
  'dated_on',
  'added_at',
  'trustee',
  'master_servicer',
  'form_type',
  'pool_balance_cents',
  'loan_count',
  'average_balance_cents',
  'wac_pct',
  'waltv_pct',
  'wam_months',
  'checks_failed',
  'checks_passed',
  'stratifications',
  'chosen',
] as const satisfies readonly (keyof DealTable)[]
export type Listed = Pick<Selectable<DealTable>, (typeof listed)[number]>

/** Raised when columns come to hold something else under the same name. */
const keptVersion = 1
/** Tells columns that another Strata kept. */
export const keptLayout = Number.parseInt(
  hash('sha256', [keptVersion, layoutNumber, ...listed].join(), 'hex').slice(0, 7),
  16,
)
