import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readFiling } from '../read-filing.ts'
import { type Figure, median, type Suite, yardstick } from './figure.ts'
import { exemplaryFiling } from './site.ts'

const megabyte = 1e6
const rounds = 15
const roundMs = 120

/** What someone would write in a minute: one pattern for a row of count, balance and percent. */
const rowPattern = /^(.*?)\s+([\d,]+)\s+\$?\s*([\d,]+\.\d\d)\s+([\d.]+)%?\s*$/gm

function scanRows(bytes: Uint8Array): number {
  let rows = 0
  for (const row of Buffer.from(bytes).toString('latin1').matchAll(rowPattern))
    if (row[1] !== undefined) rows++
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
  const scan = () => {
    if (scanRows(bytes) === 0) throw new Error(`no row was found in ${name}`)
  }
  speedOf(read, bytes.length)
  speedOf(scan, bytes.length)
  const speeds = { read: [] as number[], scan: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    speeds.scan.push(speedOf(scan, bytes.length))
    speeds.read.push(speedOf(read, bytes.length))
  }
  const reading = median(speeds.read)
  const ratio = reading / median(speeds.scan)
  return [
    yardstick('row-scan', median(speeds.scan), 'MB/s'),
    {
      name: 'reader',
      value: reading,
      unit: 'MB/s',
      ratio,
      aim: 'at least 0.5× the row scan',
      met: ratio >= 0.5,
    },
  ]
}

/** How fast a filing is read, positions and checks included, beside a bare scan of the same bytes. */
export const reader: Suite = { name: 'reader', measure }
