import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type { FilingReport } from '../report.ts'
import type { ReportTable } from './schema.ts'
import { splitReport } from './split-report.ts'
import { packing } from './unpack.ts'

/** A report as it is stored, in rows, its filing's SHA-256 not yet with them. */
export type ReportRow = Omit<ReportTable, 'sha256'>

/** So many elements of a list are printed at once: the JSON of a large report is never held whole. */
const elementsAtOnce = 10

/**
 * The rows of a report: part 1 and up, each what one page shows; where there are several, part 0 is the whole report.
 * A report is compressed to a twentieth or so.
 */
export async function packReport(report: FilingReport): Promise<ReportRow[]> {
  const rows: ReportRow[] = []
  const stretches = splitReport(report)
  for (const [order, { report: own, from, tablesBefore }] of stretches.entries()) {
    const tables = JSON.stringify(own.stratifications.map(({ id }) => id))
    rows.push({ part: order + 1, ...from, tables, tables_before: tablesBefore, zstd: await packJson(own) })
  }
  if (rows.length > 1)
    rows.push({ part: 0, line: 0, start: 0, tables: '[]', tables_before: 0, zstd: await packJson(report) })
  return rows
}

async function packJson(report: FilingReport): Promise<Uint8Array> {
  const compressor = createZstdCompress(packing)
  const [packed] = await Promise.all([
    buffer(compressor),
    pipeline(Readable.from(printJson(report)), compressor),
  ])
  return packed
}

/** The JSON of an object, in pieces. */
export function* printJson(object: object): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    yield `${before}${JSON.stringify(key)}:`
    if (Array.isArray(value)) yield* printList(value)
    else yield JSON.stringify(value)
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

function* printList(list: unknown[]): Generator<string> {
  yield '['
  for (let start = 0; start < list.length; start += elementsAtOnce) {
    const piece = JSON.stringify(list.slice(start, start + elementsAtOnce)).slice(1, -1)
    yield start === 0 ? piece : `,${piece}`
  }
  yield ']'
}
