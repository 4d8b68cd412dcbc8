import type { Kysely } from 'kysely'
import type { DealFigure } from '../../figures/index.ts'
import type { Tables } from '../schema.ts'
import { Column8, Column32, Column64, type Growing } from './growing.ts'
import { placeOf } from './layout.ts'
import { isReadable, type KeptValue, keptValue, viewOf } from './pack-figures.ts'
import { millionths } from './packed-value.ts'
import { readPackedTail } from './read-tails.ts'

/** What a figure is in each row, read from the database at first use: its ends, as kept times `scale`, and its kind as a number. */
export class FigureColumn implements Growing {
  readonly figure: DealFigure
  readonly scale: number
  readonly #low: Column32 | Column64
  readonly #high: Column32 | Column64
  readonly #kind = new Column8()

  constructor(figure: DealFigure) {
    this.figure = figure
    const isNumber = figure.kind === 'pool'
    this.scale = isNumber ? 1 : millionths
    this.#low = isNumber ? new Column64() : new Column32()
    this.#high = isNumber ? new Column64() : new Column32()
  }

  get low(): ArrayLike<number> {
    return this.#low.values
  }
  get high(): ArrayLike<number> {
    return this.#high.values
  }
  /** 0 where the figure is not reported. */
  get kind(): Uint8Array {
    return this.#kind.values
  }

  /** Its columns of numbers, by their names. */
  get parts() {
    return { low: this.#low, high: this.#high, kind: this.#kind } as const
  }

  grow(rows: number): void {
    for (const column of [this.#low, this.#high, this.#kind]) column.grow(rows)
  }

  forget(row: number): void {
    this.#kind.values[row] = 0
  }

  set(row: number, low: number, high: number, kind: number): void {
    this.#low.values[row] = low
    this.#high.values[row] = high
    this.#kind.values[row] = kind
  }

  /** What a row has, in the figure's unit; null where it is not reported. */
  valueAt(row: number): KeptValue | null {
    return keptValue(
      (this.low[row] ?? 0) / this.scale,
      (this.high[row] ?? 0) / this.scale,
      this.kind[row] ?? 0,
    )
  }
}

/** Rows that are read at once: the thread is free for others in between. */
const rowsAtOnce = 10_000

type Fill = { columns: readonly FigureColumn[]; rowOfReport: (report: number) => number | undefined }

/** Read columns of figures for the reports named, or for all. */
export async function fillColumns(
  database: Kysely<Tables>,
  fill: Fill,
  reports: readonly number[] | null,
): Promise<void> {
  const kept = fill.columns.filter(({ figure }) => figure.kind !== 'tail')
  if (kept.length > 0) await fillKept(database, { ...fill, columns: kept }, reports)
  const tails = Map.groupBy(
    fill.columns.filter(({ figure }) => figure.kind === 'tail'),
    ({ figure }) => (figure.kind === 'tail' ? figure.dimension : ''),
  )
  for (const [dimension, columns] of tails)
    await fillTails(database, { ...fill, columns }, dimension, reports)
}

async function fillKept(database: Kysely<Tables>, fill: Fill, reports: readonly number[] | null) {
  const places = fill.columns.flatMap(column => {
    const place = placeOf(column.figure)
    return place ? [{ column, place }] : []
  })
  for (let after = 0; ; ) {
    const rows = await database
      .selectFrom('figures_of_report')
      .select(['id', 'figures'])
      .where('id', '>', after)
      .$if(reports !== null, some => some.where('id', 'in', reports ?? []))
      .orderBy('id')
      .limit(rowsAtOnce)
      .execute()
    for (const { id, figures } of rows) {
      const row = fill.rowOfReport(id)
      if (row === undefined || !isReadable(figures)) continue
      const view = viewOf(figures)
      for (const { column, place } of places) {
        const [low, high] =
          place.as === 'number'
            ? [view.getFloat64(place.lowAt, true), view.getFloat64(place.lowAt + 8, true)]
            : [view.getInt32(place.lowAt, true), view.getInt32(place.lowAt + 4, true)]
        column.set(row, low, high, view.getUint8(place.kindAt))
      }
    }
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.id ?? after
    await otherWork()
  }
}

async function fillTails(
  database: Kysely<Tables>,
  { columns, rowOfReport }: Fill,
  dimension: string,
  reports: readonly number[] | null,
) {
  for (let after = 0; ; ) {
    const rows = await database
      .selectFrom('tails_of_report')
      .select(['report_id as id', 'edges'])
      .where('dimension', '=', dimension)
      .where('report_id', '>', after)
      .$if(reports !== null, some => some.where('report_id', 'in', reports ?? []))
      .orderBy('report_id')
      .limit(rowsAtOnce)
      .execute()
    for (const { id, edges } of rows) {
      const row = rowOfReport(id)
      if (row === undefined) continue
      for (const column of columns) {
        if (column.figure.kind !== 'tail') continue
        const tail = readPackedTail(edges, column.figure.side, column.figure.at)
        if (tail !== null) column.set(row, tail.low, tail.high, tail.kind)
      }
    }
    if (rows.length < rowsAtOnce) return
    after = rows.at(-1)?.id ?? after
    await otherWork()
  }
}

/** Let whatever else this thread has to do go first. */
export const otherWork = () => new Promise<void>(resolve => setImmediate(resolve))
