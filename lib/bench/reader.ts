import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readFiling } from '../read-filing.ts'
import { type Figure, median, type Suite, yardstick } from './figure.ts'
import { exemplaryFiling } from './site.ts'

const megabyte = 1e6
const rounds = 15
const roundMs = 120

/**
 * What someone would write in a minute: one pattern for a row of label, count, balance and percent. How fast such a scan
 * is depends much on how the label is taken, so two are measured. The yardstick of the aim takes the label as it is
 * wanted, trimmed and within its line; the leaner one leaves the blanks before an indented label in it.
 */
const scans = {
  'row-scan': /^[ \t]*(.*?)[ \t]+([\d,]+)[ \t]+\$?[ \t]*([\d,]+\.\d\d)[ \t]+([\d.]+)%?[ \t]*$/gm,
  'row-scan-untrimmed': /^(.*?)\s+([\d,]+)\s+\$?\s*([\d,]+\.\d\d)\s+([\d.]+)%?\s*$/gm,
}

function scanRows(bytes: Uint8Array, pattern: RegExp): number {
  let rows = 0
  for (const row of Buffer.from(bytes).toString('latin1').matchAll(pattern)) if (row[1] !== undefined) rows++
  return rows
}

/** Runs of `work` in one round, as megabytes of `bytes` a second. */
function speedOf(work: () => void, bytes: number): number {
  const start = performance.now()
  let runs = 0
  while (performance.now() - start < roundMs) {
    work()
    runs++
  }
  return (runs * bytes) / megabyte / ((performance.now() - start) / 1000)
}

async function measure(): Promise<Figure[]> {
  const file = exemplaryFiling()
  const name = path.basename(file)
  const bytes = readFileSync(file)
  const read = () => {
    if ('refusal' in readFiling(bytes, name)) throw new Error(`${name} was refused`)
  }
  const scan = (pattern: RegExp) => () => {
    if (scanRows(bytes, pattern) === 0) throw new Error(`no row was found in ${name}`)
  }
  const works = { reader: read, ...mapValues(scans, scan) }
  const speeds = mapValues(works, () => [] as number[])
  for (const work of Object.values(works)) speedOf(work, bytes.length)
  for (let round = 0; round < rounds; round++)
    for (const [key, work] of Object.entries(works)) speeds[key]?.push(speedOf(work, bytes.length))

  const { reader: reading = 0, ...scanned } = mapValues(speeds, median)
  const yardsticks = Object.entries(scanned).map(([key, speed]) => yardstick(key, speed, 'MB/s'))
  const beside = (key: keyof typeof scans) => reading / (scanned[key] ?? 0)
  const ratio = beside('row-scan')
  const aim = 'at least 0.5× the row scan'
  return [
    ...yardsticks,
    { name: 'reader', value: reading, unit: 'MB/s', ratio, aim, met: ratio >= 0.5 },
    {
      ...yardstick('reader-beside-untrimmed', reading, 'MB/s'),
      ratio: beside('row-scan-untrimmed'),
    },
  ]
}

function mapValues<T, U>(record: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}

/** How fast a filing is read, positions and checks included, beside a bare scan of the same bytes. */
export const reader: Suite = { name: 'reader', measure }
