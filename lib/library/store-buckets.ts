import { sql, type Transaction } from 'kysely'
import type { BucketRow } from './bucket-rows.ts'
import type { Tables } from './schema.ts'
import { markProgress } from './writing-progress.ts'

/** Rows that are stored by one statement: enough that compiling it costs nothing, and few enough to be held as text. */
const rowsAtOnce = 1000

const columns = [
  'sha256',
  'stratification',
  'position',
  'dimension',
  'loan_group',
  'label',
  'code',
  'low',
  'high',
  'low_included',
  'high_included',
  'loan_count',
  'balance_cents',
  'balance_pct',
] as const satisfies readonly (keyof BucketRow)[]

/**
 * Store the buckets of a filing of a deal. They travel as JSON, a thousand to a statement: bound one by one, those of the
 * largest filings (700,000) hold the write lock more than twice as long.
 */
export async function storeBuckets(
  transaction: Transaction<Tables>,
  buckets: readonly BucketRow[],
  dealId: number,
): Promise<void> {
  const names = sql.join(columns.map(column => sql.ref(column)))
  const values = sql.join(columns.map((_, place) => sql`value ->> ${sql.lit(place)}`))
  for (let start = 0; start < buckets.length; start += rowsAtOnce) {
    const rows = buckets.slice(start, start + rowsAtOnce).map(bucket => columns.map(column => bucket[column]))
    await sql`
      insert into bucket (deal_id, ${names}) select ${dealId}, ${values} from json_each(${JSON.stringify(rows)})
    `.execute(transaction)
    markProgress()
  }
}
