import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { packing } from '../filing/packed-file.ts'
import type { FilingReport } from '../report.ts'
import type { ReportTable } from './schema.ts'
import { type ReportStretch, splitReport } from './split-report.ts'

/** A report as it is stored, in rows, its filing's SHA-256 not yet with them. */
export type ReportRow = Omit<ReportTable, 'sha256'>

/** So many elements of a list are printed at once: the JSON of a large report is never held whole. */
const elementsAtOnce = 10

/** Characters that are compressed at once, at least: each piece for itself would take a turn of another thread. */
const charactersAtOnce = 32_768

/**
 * The rows of a report: part 1 and up, each what one page shows; unless part 1 is the whole report, part 0 is. A report is
 * compressed to a twentieth or so.
 */
export async function packReport(report: FilingReport): Promise<ReportRow[]> {
  const rows: ReportRow[] = []
  let isWhole = true
  for (const stretch of splitReport(report)) {
    isWhole &&= rows.length === 0 && stretch.report === report
    rows.push({ part: rows.length + 1, ...placeOf(stretch), ...(await packJson(stretch.report)) })
  }
  if (isWhole) return rows
  const whole = { list: null, page: 0, line: 0, start: 0, last_line: null, tables: '[]', tables_before: 0 }
  return [...rows, { part: 0, ...whole, counts: null, ...(await packJson(report)) }]
}

function placeOf({ list, number, from, last, tables, tablesBefore, counts }: ReportStretch) {
  return {
    list,
    page: number,
    line: from?.line ?? 0,
    start: from?.start ?? 0,
    last_line: last?.line ?? null,
    tables: JSON.stringify(tables),
    tables_before: tablesBefore,
    counts: JSON.stringify(counts),
  }
}

async function packJson(report: FilingReport): Promise<Pick<ReportRow, 'zstd' | 'bytes'>> {
  const compressor = createZstdCompress(packing)
  let bytes = 0
  function* counted() {
    for (const piece of joinPieces(printJson(report))) {
      bytes += Buffer.byteLength(piece)
      yield piece
    }
  }
  const [zstd] = await Promise.all([buffer(compressor), pipeline(Readable.from(counted()), compressor)])
  return { zstd, bytes }
}

/** Texts joined until they have so many characters. */
export function* joinPieces(pieces: Iterable<string>): Generator<string> {
  let joined = ''
  for (const piece of pieces) {
    joined += piece
    if (joined.length < charactersAtOnce) continue
    yield joined
    joined = ''
  }
  if (joined !== '') yield joined
}

/** The JSON of an object, in pieces. Of a list of many elements, at any depth, some come at a time. */
export function* printJson(object: object): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    if (value === undefined) continue
    yield `${before}${JSON.stringify(key)}:`
    yield* printValue(value)
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

function* printValue(value: unknown): Generator<string> {
  if (Array.isArray(value)) yield* printList(value)
  else if (isLarge(value)) yield* printJson(value)
  else yield JSON.stringify(value)
}

/** Whether an object holds a list that is not printed at once. */
function isLarge(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).some(own => Array.isArray(own) && own.length > elementsAtOnce)
}

function* printList(list: unknown[]): Generator<string> {
  yield '['
  let before = ''
  for (let start = 0; start < list.length; start += elementsAtOnce) {
    const some = list.slice(start, start + elementsAtOnce)
    if (!some.some(isLarge)) {
      yield before + JSON.stringify(some).slice(1, -1)
      before = ','
      continue
    }
    for (const one of some) {
      yield before
      yield* printValue(one)
      before = ','
    }
  }
  yield ']'
}
