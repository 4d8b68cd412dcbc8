import { ByteWriter, ParquetWriter } from 'hyparquet-writer'

type Value = string | number | boolean | null

/** A column of a Parquet file. `count` is a whole number, `day` is given as `YYYY-MM-DD`. Any may be null. */
export type ParquetColumn<Row> = {
  name: string
  type: 'text' | 'number' | 'count' | 'truth' | 'day'
  of: (row: Row) => Value | undefined
}

/** Rows that are encoded, and held, at once: forty columns of them take some tens of megabytes. */
const rowsAtOnce = 10_000

const elements = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  count: { type: 'INT64' },
  truth: { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
} as const

/**
 * Write rows as a Parquet file, bit by bit: `write` is handed the bytes of each row group when it is full, and the next is
 * begun when it is done.
 */
export async function writeParquet<Row>(
  columns: readonly ParquetColumn<Row>[],
  rows: AsyncIterable<Row>,
  write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const bytes = new ByteWriter()
  const handOver = async () => {
    const full = new Uint8Array(bytes.getBuffer())
    bytes.index = 0
    if (full.length > 0) await write(full)
  }
  const file = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type }) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[type] })),
    ],
    createdBy: 'Strata',
  })
  let group = columns.map((): unknown[] => [])
  let held = 0
  const writeGroup = async () => {
    const columnData = columns.map(({ name }, order) => ({ name, data: group[order] ?? [] }))
    await file.write({ columnData, rowGroupSize: rowsAtOnce })
    group = columns.map(() => [])
    held = 0
    await handOver()
  }
  for await (const row of rows) {
    for (const [order, { type, of }] of columns.entries()) group[order]?.push(stored(type, of(row) ?? null))
    if (++held === rowsAtOnce) await writeGroup()
  }
  if (held > 0) await writeGroup()
  await file.finish()
  await handOver()
}

function stored(type: ParquetColumn<never>['type'], value: Value): unknown {
  if (value === null) return null
  if (type === 'count') return BigInt(Math.round(Number(value)))
  if (type !== 'day') return value
  const instant = Date.parse(`${value}T00:00:00Z`)
  return Number.isNaN(instant) ? null : new Date(instant)
}
