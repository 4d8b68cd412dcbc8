import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { dealBook } from '../export/workbook/deal-book.ts'
import { writeBook } from '../export/workbook/write-book.ts'
import { sixtyTables } from '../fixtures/invented/sixty-tables.ts'
import { readFiling } from '../read-filing.ts'
import { listedSource } from '../testing/book-of-report.ts'
import { type Figure, median, type Suite, yardstick } from './figure.ts'

const rounds = 5
const parquetRows = 500_000
const sample = path.join(import.meta.dirname, '../../public/samples/harbor-point-2001-4-8k.txt')

/** How long a workbook takes, and how large it is. */
async function workbook(name: string, bytes: Uint8Array, aimMs: number): Promise<Figure[]> {
  const read = readFiling(bytes, name)
  if (!('report' in read)) throw new Error(`${name} is not read`)
  const source = listedSource(read.report)
  const times: number[] = []
  let size = 0
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    size = (await writeBook(dealBook(source))).length
    times.push(performance.now() - startedAt)
  }
  const value = median(times)
  return [
    {
      name: `workbook-${name}`,
      value,
      unit: 'ms',
      ratio: null,
      aim: `at most ${aimMs} ms`,
      met: value <= aimMs,
    },
    yardstick(`workbook-${name}-size`, size / 1000, 'KB'),
  ]
}

/** Rows a second, and the most memory of a process with the heap that the thread of the service has. */
function parquet(): Figure[] {
  const script = path.join(import.meta.dirname, 'print-parquet-figures.ts')
  const heap = ['--max-old-space-size=220', '--max-semi-space-size=8']
  const printed = execFileSync(process.execPath, [...heap, script, String(parquetRows)], { encoding: 'utf8' })
  const { rows, seconds, peak } = JSON.parse(printed) as { rows: number; seconds: number; peak: number }
  const memory = peak / 1e6
  return [
    yardstick('parquet-rows', rows / seconds, 'rows/s'),
    {
      name: 'parquet-memory',
      value: memory,
      unit: 'MB',
      ratio: null,
      aim: 'at most 300 MB',
      met: memory <= 300,
    },
  ]
}

async function measure(): Promise<Figure[]> {
  return [
    ...(await workbook('sample', readFileSync(sample), 200)),
    ...(await workbook('sixty-tables', Buffer.from(sixtyTables.text), 1000)),
    ...parquet(),
  ]
}

/** Workbooks of a filing of nine tables and of one of sixty, and the library as Parquet. */
export const exports: Suite = { name: 'exports', measure }
