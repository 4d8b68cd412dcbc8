import { promisify } from 'node:util'
import { zstdCompress } from 'node:zlib'
import type { Insertable, Kysely, Transaction } from 'kysely'
import { packing } from '../filing/packed-file.ts'
import { Faults } from '../tape/faults.ts'
import { openLines, openParts, openRising, packLines, packParts, packRising } from '../tape/pack-column.ts'
import type { Assets } from '../tape/read-assets.ts'
import { schemaOf, type TapeKind } from '../tape/schema.ts'
import { ValueTable } from '../tape/table-of-values.ts'
import type { Tables, TapeColumnTable, TapeTable } from './schema.ts'
import { unpackNow } from './unpack.ts'

/**
 * The loans of a filing, kept by columns beside its report: each field's values packed by themselves and their lines apart, so
 * that a page opens no more than what it shows. What another layout wrote is not opened; the loans are read from the original then.
 */
const layout = 2

const compress = promisify(zstdCompress)

export type PackedTape = {
  tape: Omit<Insertable<TapeTable>, 'sha256'>
  columns: Omit<Insertable<TapeColumnTable>, 'sha256'>[]
}

async function packColumns(table: ValueTable, ofProperty: number): Promise<PackedTape['columns']> {
  const { length, firstLines } = table
  const packed: PackedTape['columns'] = []
  for (const [position, [field, column]] of [...table.columns].entries())
    packed.push({
      of_property: ofProperty,
      position,
      field,
      figures: await compress(packParts(column.parts(length)), packing),
      lines: await compress(packLines(column.lines(length), firstLines), packing),
    })
  return packed
}

export async function packTape({ kind, assets, properties, assetOfProperty }: Assets): Promise<PackedTape> {
  return {
    tape: {
      kind,
      layout,
      assets: await compress(packRising(assets.firstLines), packing),
      properties: await compress(packRising(properties.firstLines), packing),
      owners: await compress(packRising(Uint32Array.from(assetOfProperty)), packing),
    },
    columns: [...(await packColumns(assets, 0)), ...(await packColumns(properties, 1))],
  }
}

/** Keep the columns of a filing that has none. */
export async function storeTape(
  transaction: Transaction<Tables>,
  { sha256, tape }: { sha256: string; tape: PackedTape | null },
): Promise<void> {
  if (tape === null) return
  await transaction
    .insertInto('tape')
    .values({ ...tape.tape, sha256 })
    .execute()
  for (const column of tape.columns)
    await transaction
      .insertInto('tape_column')
      .values({ ...column, sha256 })
      .execute()
}

export async function eraseTape(transaction: Transaction<Tables>, sha256: string): Promise<void> {
  await transaction.deleteFrom('tape_column').where('sha256', '=', sha256).execute()
  await transaction.deleteFrom('tape').where('sha256', '=', sha256).execute()
}

/** The columns of a filing, those of assets first, each in the order in which its field was met. */
export function columnsOfTape(database: Kysely<Tables>, sha256: string) {
  return database
    .selectFrom('tape_column')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('of_property')
    .orderBy('position')
}

/**
 * What a filing's exhibit holds, from its columns; null where it has none, or they are of another layout. Faults are told in
 * its report. Throws a LibraryFault where a column is damaged, at the latest when it is asked for.
 */
export async function findTape(database: Kysely<Tables>, sha256: string): Promise<Assets | null> {
  const row = await database
    .selectFrom('tape')
    .selectAll()
    .where('sha256', '=', sha256)
    .where('layout', '=', layout)
    .executeTakeFirst()
  if (row === undefined) return null
  const columns = await columnsOfTape(database, sha256).execute()
  const kind = row.kind as TapeKind
  const { fields } = schemaOf(kind)
  if (columns.some(({ field }) => !Object.hasOwn(fields, field))) return null
  const what = `the loans of filing ${sha256}`
  const open = (of: number, packedLines: Uint8Array) => {
    const firstLines = openRising(unpackNow(packedLines, what))
    const own = columns.filter(column => column.of_property === of)
    return ValueTable.open({
      firstLines,
      columns: own.map(({ field, figures, lines }) => [
        field,
        fields[field] ?? { type: 'text' },
        {
          parts: () => openParts(unpackNow(figures, what), firstLines.length),
          lines: () => openLines(unpackNow(lines, what), firstLines),
        },
      ]),
    })
  }
  return {
    kind,
    assets: open(0, row.assets),
    properties: open(1, row.properties),
    // One that stands in no asset is told as -1.
    assetOfProperty: Array.from(openRising(unpackNow(row.owners, what)), owner => owner | 0),
    faults: new Faults(),
  }
}

/** Those of some filings that hold loans, in the order in which they are given. */
export async function findTapes(database: Kysely<Tables>, filings: readonly string[]): Promise<string[]> {
  if (filings.length === 0) return []
  const rows = await database.selectFrom('tape').select('sha256').where('sha256', 'in', filings).execute()
  const withLoans = new Set(rows.map(({ sha256 }) => sha256))
  return filings.filter(sha256 => withLoans.has(sha256))
}
