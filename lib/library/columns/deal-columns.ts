import type { Kysely } from 'kysely'
import { type DealFigure, figureKey, readFigureKey } from '../../figures/index.ts'
import { foldName } from '../deal-identity.ts'
import type { Tables } from '../schema.ts'
import { FigureColumn, fillColumns, otherWork } from './figure-column.ts'
import { Column8, Column32, Column64, type Growing } from './growing.ts'
import {
  bytesOf,
  bytesOfNames,
  type KeptColumns,
  keepColumns,
  readKeptColumns,
  readNames,
  setBytes,
} from './kept-columns.ts'
import { KeptWords } from './kept-words.ts'
import { keptLayout, type Listed, listed } from './listed.ts'
import { NamesColumn } from './names-column.ts'
import { RowsById } from './rows-by-id.ts'

const rowsAtOnce = 10_000
/** So many columns of figures are held; the one that was asked for longest ago makes room. */
const mostFigures = 60
/** Of more deals than this all rows of a column are read anew. */
const mostOneByOne = 500

/**
 * The library's deals column by column, for counting and ordering all of them in some milliseconds. What is here is read from
 * the database, and brought up to it whenever its revision has changed, by whichever process: only the deals that changed
 * since are read again.
 *
 * A row is a deal; those that are deleted keep theirs, and are not `shown`.
 */
export class DealColumns {
  readonly ids = new Column32()
  readonly shown = new Column8()
  readonly names: string[] = []
  readonly shelf = new NamesColumn()
  readonly trustee = new NamesColumn()
  readonly masterServicer = new NamesColumn()
  readonly form = new NamesColumn()
  readonly year = new Column32()
  readonly failed = new Column32()
  readonly passed = new Column32()
  readonly tables = new Column32()
  readonly signed = new Column64()
  readonly added = new Column64()
  readonly balance = new Column64()
  readonly loans = new Column64()
  readonly average = new Column64()
  readonly wac = new Column64()
  readonly waltv = new Column64()
  readonly wam = new Column64()
  /** The tags that people gave, by their number in `tagNames`; few rows have any. */
  readonly tags = new Map<number, number[]>()
  readonly tagNames = new NamesColumn()
  count = 0

  readonly #database: Kysely<Tables>
  readonly #rowOfDeal = new RowsById()
  readonly #rowOfReport = new RowsById()
  readonly #reports = new Column32()
  readonly #figures = new Map<string, FigureColumn>()
  readonly #folded = new Map<string, string>()
  /** The rows of words that were asked for lately. */
  readonly ofWords = new KeptWords()
  #revision = -1
  /** Rows that the columns have room for. */
  #room = 0
  /** Deals that were read row by row since columns were last kept. */
  #readAnew = 0
  #turn: Promise<unknown> = Promise.resolve()

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** The revision of the library that all columns have. */
  get revision(): number {
    return this.#revision
  }

  /** The row of a deal; undefined of one that is not here. */
  rowOf(deal: number): number | undefined {
    return this.#rowOfDeal.get(deal)
  }

  /** The columns of some figures, all columns being as the database is now. One at a time brings them up to it. */
  ready(figures: readonly DealFigure[]): Promise<FigureColumn[]> {
    const mine = this.#turn.then(async () => {
      await this.#bringUpToDate()
      return await this.#columnsOf(figures)
    })
    this.#turn = mine.catch(() => undefined)
    return mine
  }

  /**
   * Read the columns of some figures before anybody asks, and keep all columns for processes that start later where more
   * deals than `most` were read row by row since that was done last.
   */
  async warm(figures: readonly DealFigure[], most: number): Promise<void> {
    const mine = this.ready(figures).then(() => (this.#readAnew > most ? this.#packed() : null))
    const packed = await mine
    if (packed === null) return
    await keepColumns(this.#database, keptLayout, packed)
    this.#readAnew = 0
  }

  async #bringUpToDate(): Promise<void> {
    if (this.#revision < 0) await this.#takeKept()
    const { revision } = await this.#database
      .selectFrom('library')
      .select('revision')
      .executeTakeFirstOrThrow()
    if (revision === this.#revision) return
    const changed: number[] = []
    for (let after = { revision: this.#revision, id: Number.MAX_SAFE_INTEGER }; ; ) {
      const { revision: from, id } = after
      const rows = await this.#database
        .selectFrom('deal')
        .select(listed)
        .where(({ eb, refTuple, tuple }) => eb(refTuple('revision', 'id'), '>', tuple(from, id)))
        .orderBy('revision')
        .orderBy('id')
        .limit(rowsAtOnce)
        .execute()
      for (const deal of rows) changed.push(this.#setDeal(deal))
      const last = rows.at(-1)
      if (last === undefined || rows.length < rowsAtOnce) break
      after = last
      await otherWork()
    }
    this.#readAnew += changed.length
    await this.#hideErased()
    await this.#readTags(changed)
    await this.#readFigures([...this.#figures.values()], changed)
    this.#revision = revision
  }

  /** All columns as bytes, as they are now. */
  #packed(): KeptColumns {
    const columns = new Map<string, Uint8Array>([['names', bytesOfNames(this.names)]])
    for (const [name, { values }] of this.#numbers()) columns.set(name, bytesOf(values, this.count))
    for (const [name, column] of this.#named()) {
      columns.set(`${name} keys`, bytesOfNames(column.keys))
      columns.set(`${name} shown`, bytesOfNames(column.names))
    }
    return { revision: this.#revision, rows: this.count, columns }
  }

  /** Take the columns that a process before kept; none of them where any is missing, or of other rows. */
  async #takeKept(): Promise<void> {
    const kept = await readKeptColumns(this.#database, keptLayout)
    if (kept === null) return
    const { rows, columns, revision } = kept
    for (const name of columns.keys()) {
      const key = /^figure (.+) kind$/.exec(name)?.[1]
      const figure = key === undefined ? null : readFigureKey(key)
      if (key !== undefined && figure && !('problem' in figure))
        this.#figures.set(key, new FigureColumn(figure))
    }
    for (const column of this.#all()) column.grow(rows)
    this.#room = this.ids.values.length
    const names = readNames(columns.get('names'))
    const named = [...this.#named()].map(([name, column]) => ({
      column,
      keys: readNames(columns.get(`${name} keys`)),
      shown: readNames(columns.get(`${name} shown`)),
    }))
    const isWhole =
      names?.length === rows &&
      named.every(({ keys, shown }) => keys !== null && keys.length === shown?.length) &&
      [...this.#numbers()].every(([name, { values }]) => setBytes(values, columns.get(name), rows))
    if (!isWhole) {
      this.#figures.clear()
      return
    }
    for (const name of names) this.names.push(name)
    for (const { column, keys, shown } of named) column.take(keys ?? [], shown ?? [])
    for (let row = 0; row < rows; row++) {
      this.#rowOfDeal.set(this.ids.values[row] ?? 0, row)
      const report = this.#reports.values[row] ?? 0
      if (report > 0) this.#rowOfReport.set(report, row)
    }
    this.count = rows
    this.#revision = revision
    await this.#hideErased()
    await this.#readTags(Array.from({ length: rows }, (_, row) => row))
  }

  /** The columns of numbers, by the names under which they are kept. */
  *#numbers(): Generator<[string, { values: Int32Array | Float64Array | Uint8Array }]> {
    const { ids, shown, year, failed, passed, tables, signed, added } = this
    const { balance, loans, average, wac, waltv, wam } = this
    yield* Object.entries({ ids, shown, year, failed, passed, tables, signed, added })
    yield* Object.entries({ balance, loans, average, wac, waltv, wam, reports: this.#reports })
    for (const [name, { codes }] of this.#named()) yield [`${name} codes`, codes]
    for (const [key, { parts }] of this.#figures)
      for (const [part, column] of Object.entries(parts)) yield [`figure ${key} ${part}`, column]
  }

  *#named(): Generator<[string, NamesColumn]> {
    const { shelf, trustee, masterServicer, form } = this
    yield* Object.entries({ shelf, trustee, masterServicer, form })
  }

  /** A deal that was deleted and erased since leaves nothing behind that says so, but that there are fewer. */
  async #hideErased(): Promise<void> {
    const { deals } = await this.#database
      .selectFrom('deal')
      .select(({ fn }) => fn.countAll<number>().as('deals'))
      .executeTakeFirstOrThrow()
    if (deals >= this.#rowOfDeal.size) return
    const rows = await this.#database.selectFrom('deal').select('id').execute()
    const there = new Set(rows.map(({ id }) => id))
    for (let row = 0; row < this.count; row++) {
      const id = this.ids.values[row] ?? 0
      if (there.has(id) || this.#rowOfDeal.get(id) !== row) continue
      this.#rowOfDeal.delete(id)
      this.#setReport(row, null)
      this.shown.values[row] = 0
    }
  }

  #setDeal(deal: Listed): number {
    const row = this.#rowOfDeal.get(deal.id) ?? this.#newRow(deal.id)
    const number = (value: number | null) => value ?? Number.NaN
    this.shown.values[row] = deal.deleted_at === null && deal.chosen !== null ? 1 : 0
    this.names[row] = deal.name_sort ?? ''
    this.shelf.set(row, deal.shelf_key, deal.shelf ?? '')
    this.trustee.set(row, this.#fold(deal.trustee), deal.trustee ?? '')
    this.masterServicer.set(row, this.#fold(deal.master_servicer), deal.master_servicer ?? '')
    this.form.set(row, this.#fold(deal.form_type), deal.form_type ?? '')
    this.year.values[row] = deal.year ?? 0
    this.failed.values[row] = deal.checks_failed ?? 0
    this.passed.values[row] = deal.checks_passed ?? 0
    this.tables.values[row] = deal.stratifications ?? 0
    // A deal that nobody signed is as old as the pool that it tells of.
    this.signed.values[row] = timeOf(deal.signed_on ?? deal.dated_on ?? deal.year?.toString() ?? null)
    this.added.values[row] = timeOf(deal.added_at)
    this.balance.values[row] = number(deal.pool_balance_cents)
    this.loans.values[row] = number(deal.loan_count)
    this.average.values[row] = number(deal.average_balance_cents)
    this.wac.values[row] = number(deal.wac_pct)
    this.waltv.values[row] = number(deal.waltv_pct)
    this.wam.values[row] = number(deal.wam_months)
    this.#setReport(row, deal.report_id)
    return row
  }

  /** Many deals have the same trustee. */
  #fold(name: string | null): string | null {
    if (name === null) return null
    const folded = this.#folded.get(name) ?? foldName(name)
    this.#folded.set(name, folded)
    return folded
  }

  #newRow(id: number): number {
    const row = this.count++
    if (this.count > this.#room) {
      for (const column of this.#all()) column.grow(this.count)
      this.#room = this.ids.values.length
    }
    this.ids.values[row] = id
    this.#rowOfDeal.set(id, row)
    return row
  }

  *#all(): Generator<Growing> {
    yield* [this.ids, this.shown, this.shelf, this.trustee, this.masterServicer, this.form, this.year]
    yield* [this.failed, this.passed, this.tables, this.signed, this.added, this.balance, this.loans]
    yield* [this.average, this.wac, this.waltv, this.wam, this.#reports]
    yield* this.#figures.values()
  }

  #setReport(row: number, report: number | null): void {
    const before = this.#reports.values[row] ?? 0
    if (before > 0 && this.#rowOfReport.get(before) === row) this.#rowOfReport.delete(before)
    this.#reports.values[row] = report ?? 0
    if (report !== null) this.#rowOfReport.set(report, row)
  }

  async #readTags(rows: readonly number[]): Promise<void> {
    if (rows.length === 0) return
    for (const row of rows) this.tags.delete(row)
    const ids = rows.map(row => this.ids.values[row] ?? 0)
    const tags = await this.#database
      .selectFrom('tag')
      .select(['deal_id', 'tag', 'tag_key'])
      .$if(ids.length <= mostOneByOne, some => some.where('deal_id', 'in', ids))
      .orderBy('tag')
      .execute()
    if (ids.length > mostOneByOne) this.tags.clear()
    for (const { deal_id, tag, tag_key } of tags) {
      const row = this.#rowOfDeal.get(deal_id)
      if (row === undefined) continue
      this.tags.set(row, [...(this.tags.get(row) ?? []), this.tagNames.codeFor(tag_key, tag)])
    }
  }

  async #columnsOf(figures: readonly DealFigure[]): Promise<FigureColumn[]> {
    const found = figures.map(figure => {
      const key = figureKey(figure)
      const known = this.#figures.get(key)
      const column = known ?? new FigureColumn(figure)
      // The last asked for is the last in the map.
      this.#figures.delete(key)
      this.#figures.set(key, column)
      return { column, isNew: known === undefined }
    })
    const fresh = found.filter(({ isNew }) => isNew).map(({ column }) => column)
    await this.#readFigures([...new Set(fresh)], null).catch(fault => {
      for (const { figure } of fresh) this.#figures.delete(figureKey(figure))
      throw fault
    })
    for (const key of this.#figures.keys()) {
      if (this.#figures.size <= Math.max(mostFigures, figures.length)) break
      this.#figures.delete(key)
    }
    return found.map(({ column }) => column)
  }

  /** Read some columns for the rows that changed, or for all. */
  async #readFigures(columns: readonly FigureColumn[], changed: readonly number[] | null): Promise<void> {
    if (columns.length === 0 || changed?.length === 0) return
    for (const column of columns) {
      column.grow(this.count)
      for (const row of changed ?? []) column.forget(row)
    }
    const reports = changed?.flatMap(row => this.#reports.values[row] || [])
    const some = reports && reports.length <= mostOneByOne ? reports : null
    if (some?.length === 0) return
    await fillColumns(this.#database, { columns, rowOfReport: report => this.#rowOfReport.get(report) }, some)
  }
}

/** A date or an instant in milliseconds. */
const timeOf = (text: string | null) => (text === null ? Number.NaN : Date.parse(text))
