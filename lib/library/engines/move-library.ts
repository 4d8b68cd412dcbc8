import { hash } from 'node:crypto'
import type { Insertable, Kysely, Transaction } from 'kysely'
import { decodeFiling } from '../../filing/decode-filing.ts'
import type { PackedFile } from '../../filing/packed-file.ts'
import { splitDocuments } from '../../filing/split-documents.ts'
import { packedFrom } from '../../tape/looks-like-exhibit.ts'
import { openPacked } from '../../tape/open-packed.ts'
import { findExhibit } from '../find-filing.ts'
import type { Originals, StoredOriginal } from '../originals/originals.ts'
import { type FigureKey, type HtmlSpans, htmlSpansOf, listFigures } from '../printed-figures.ts'
import { refreshDeal } from '../refresh-deal.ts'
import type { Tables } from '../schema.ts'
import { columnsOfTape } from '../tape-columns.ts'
import { pack } from '../unpack.ts'
import { dialectOf } from './dialect.ts'
import { withoutNul } from './postgres/without-nul.ts'

/** What was moved: rows by table, and the bytes of the originals. */
export type Moved = { rows: Record<string, number>; originalBytes: number }

/** Why a library was not moved; the one that was to be made is as it was. */
export class MoveFault extends Error {
  override readonly name = 'MoveFault'
}

export type MoveOptions = {
  /** Where originals of both libraries are that are not in their databases. */
  originals: Originals
  /** True if those of the new library are to be in the store, else they are in its database. */
  intoStore: boolean
  /** How many filings have been moved, of how many. */
  told: (done: number, of: number) => void
}

const moved = [
  'deal',
  'filing',
  'raw_filing',
  'report',
  'bucket',
  'figures_of_filing',
  'figures_of_report',
  'tails_of_report',
  'tape',
  'tape_column',
  'tag',
  'note',
  'saved_search',
  'edgar_submission',
  'share_link',
  'act',
] as const

/** Rows that are read and written at once. */
const rowsAtOnce = 200

/**
 * Copy all that one library holds into another that holds nothing, in one transaction: all of it is there at the end, or
 * nothing. Every original is unpacked and has its SHA-256, what was written of each filing is read back and is the same, and
 * each table has as many rows; else a MoveFault is thrown. Words and figures to search are made anew, for each
 * engine has its own; columns are read again by whoever asks.
 */
export async function moveLibrary(
  from: Transaction<Tables>,
  to: Transaction<Tables>,
  { originals, intoStore, told }: MoveOptions,
): Promise<Moved> {
  const { revision } = await from.selectFrom('library').select('revision').executeTakeFirstOrThrow()
  // Whoever else writes to it waits from here on.
  await to.updateTable('library').set({ revision }).execute()
  for (const table of ['deal', 'filing', 'saved_search'] as const)
    if ((await countRows(to, table)) > 0)
      throw new MoveFault('There is a library already that holds something.')
  await copyRows(from, to, 'deal')
  const filings = await from.selectFrom('filing').select('sha256').orderBy('sha256').execute()
  let originalBytes = 0
  for (const [order, { sha256 }] of filings.entries()) {
    originalBytes += await moveFiling(from, to, sha256, { originals, intoStore })
    told(order + 1, filings.length)
  }
  await copyRows(from, to, 'note')
  await copyRows(from, to, 'saved_search')
  for (const row of await from.selectFrom('tag').selectAll().execute())
    await to.insertInto('tag').values(row).execute()
  await to.deleteFrom('edgar_submission').execute()
  for (const row of await from.selectFrom('edgar_submission').selectAll().execute())
    await to.insertInto('edgar_submission').values(row).execute()
  await to.deleteFrom('share_link').execute()
  for (const row of await from.selectFrom('share_link').selectAll().execute())
    await to.insertInto('share_link').values(row).execute()
  for (const row of await from.selectFrom('loose_original').selectAll().execute())
    await to.insertInto('loose_original').values(row).execute()
  await to.deleteFrom('act').execute()
  await copyActs(from, to)
  const { next_at } = await from.selectFrom('edgar_turn').select('next_at').executeTakeFirstOrThrow()
  await to.updateTable('edgar_turn').set({ next_at }).execute()
  for (const deal of await to.selectFrom('deal').select(['id', 'slug']).orderBy('id').execute())
    await refreshDeal(to, deal)
  return { rows: await countBoth(from, to), originalBytes }
}

/** There may be many. */
async function copyActs(from: Kysely<Tables>, to: Kysely<Tables>): Promise<void> {
  for (let after = ''; ; ) {
    const acts = from.selectFrom('act').selectAll().where('id', '>', after).orderBy('id').limit(rowsAtOnce)
    const rows = await acts.execute()
    for (const row of rows) await to.insertInto('act').values(row).execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** Rows of a table with numbers, as they are. */
async function copyRows(from: Kysely<Tables>, to: Kysely<Tables>, table: 'deal' | 'note' | 'saved_search') {
  for (let after = 0; ; ) {
    const rows = await from
      .selectFrom(table)
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    for (const row of rows)
      await to
        .insertInto(table)
        .values(row as Insertable<Tables[typeof table]>)
        .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

/** All that is kept of a filing. */
async function readFiling(database: Kysely<Tables>, sha256: string) {
  const filing = await database
    .selectFrom('filing')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const report = await database
    .selectFrom('report')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('part')
    .execute()
  const bucket = await database
    .selectFrom('bucket')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('stratification')
    .orderBy('position')
    .execute()
  const original = await database
    .selectFrom('raw_filing')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const figures = await database
    .selectFrom('figures_of_report')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const printed = await database
    .selectFrom('figures_of_filing')
    .selectAll()
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  const tails =
    figures === undefined
      ? []
      : await database
          .selectFrom('tails_of_report')
          .selectAll()
          .where('report_id', '=', figures.id)
          .orderBy('dimension')
          .execute()
  const tape = await database.selectFrom('tape').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  const columns = await columnsOfTape(database, sha256).execute()
  return { sha256, filing, original, report, bucket, figures, tails, printed, tape, columns }
}

type WholeFiling = Awaited<ReturnType<typeof readFiling>>

/** The bytes of its original, which was unpacked and is what its SHA-256 is of. */
async function moveFiling(
  from: Kysely<Tables>,
  to: Transaction<Tables>,
  sha256: string,
  { originals, intoStore }: Pick<MoveOptions, 'originals' | 'intoStore'>,
): Promise<number> {
  const read = await readFiling(from, sha256)
  if (read.original === undefined) throw new MoveFault(`The filing ${sha256} has no original.`)
  const whole = { ...read, original: await moveOriginal(read.original, originals, intoStore) }
  await writeFiling(to, whole)
  const written = await readFiling(to, sha256)
  if (digestOf(written) !== digestOf(whole))
    throw new MoveFault(`The filing ${sha256} was not written as it is.`)
  const bytes = await originals.read(written.original ?? whole.original)
  if (hash('sha256', bytes, 'hex') !== sha256)
    throw new MoveFault(`The original of ${sha256} is another file.`)
  if (whole.printed) {
    const html = JSON.parse(whole.printed.html) as HtmlSpans
    const original = { ...(written.original ?? whole.original), encoding: String(whole.filing?.encoding) }
    const packed = bytes.length > packedFrom ? await findExhibit(originals, original) : null
    const figures = packed === null ? figuresIn(bytes, html) : await figuresAround(packed)
    await dialectOf(to).fullText.storeFigures(to, whole.printed.id, figures)
  }
  return bytes.length
}

function figuresIn(bytes: Uint8Array, html: HtmlSpans): FigureKey[] {
  const decoded = decodeFiling(bytes)
  return 'file' in decoded ? listFigures(decoded.file.lines, html) : []
}

/** Those of a filing that is too large to be held, outside of its exhibits. */
async function figuresAround(packed: PackedFile): Promise<FigureKey[]> {
  const opened = await openPacked(packed)
  if ('refusal' in opened) return []
  return listFigures(opened.file.lines, htmlSpansOf(splitDocuments(opened.file).value))
}

/** What the new library's row has for an original: one that is in the store stays there, unless it is to be in the database. */
async function moveOriginal(
  original: StoredOriginal,
  originals: Originals,
  intoStore: boolean,
): Promise<StoredOriginal> {
  const isStored = original.zstd.length === 0
  if (isStored === intoStore) return original
  if (isStored) return { ...original, zstd: await pack(await originals.read(original)) }
  await originals.put(original)
  return { ...original, zstd: Buffer.alloc(0) }
}

async function writeFiling(to: Transaction<Tables>, whole: WholeFiling): Promise<void> {
  const { sha256, filing, original, report, bucket, figures, tails, printed, tape, columns } = whole
  if (filing === undefined || original === undefined)
    throw new MoveFault(`The filing ${sha256} has no original.`)
  await to.insertInto('filing').values(filing).execute()
  await to.insertInto('raw_filing').values(original).execute()
  for (const row of report) await to.insertInto('report').values(row).execute()
  await dialectOf(to).storeBuckets(to, bucket, filing.deal_id)
  if (figures) await to.insertInto('figures_of_report').values(figures).execute()
  for (const row of tails) await to.insertInto('tails_of_report').values(row).execute()
  if (printed) await to.insertInto('figures_of_filing').values(printed).execute()
  if (tape) await to.insertInto('tape').values(tape).execute()
  for (const row of columns) await to.insertInto('tape_column').values(row).execute()
}

/** The same for the same rows, in whichever order a database gives their columns. */
function digestOf(whole: WholeFiling): string {
  const parts = JSON.stringify(whole, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : withoutNul(value),
  )
  return hash('sha256', parts, 'hex')
}

async function countRows(database: Kysely<Tables>, table: (typeof moved)[number]): Promise<number> {
  const { rows } = await database
    .selectFrom(table as 'filing')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}

async function countBoth(from: Kysely<Tables>, to: Kysely<Tables>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of moved) {
    counts[table] = await countRows(to, table)
    const had = await countRows(from, table)
    if (counts[table] !== had) throw new MoveFault(`${table} has ${counts[table]} rows, not ${had}.`)
  }
  return counts
}
