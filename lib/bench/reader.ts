import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readFiling } from '../read-filing.ts'
import { type Figure, type Suite, yardstick } from './figure.ts'
import { measureSpeeds } from './measure-speed.ts'
import { rowPatterns, scanRows } from './scan-rows.ts'
import { exemplaryFiling } from './site.ts'

const rounds = 15
const roundMs = 120
/** Some five hundred readings, behind which the speed rises little. */
const warmMs = 3000

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
  const works = { reader: read, ...mapValues(rowPatterns, scan) }
  const speeds = measureSpeeds(works, bytes.length, rounds, roundMs, warmMs)

  const { reader: reading = 0, ...scanned } = speeds
  const yardsticks = Object.entries(scanned).map(([key, speed]) => yardstick(key, speed, 'MB/s'))
  const beside = (key: keyof typeof rowPatterns) => reading / (scanned[key] ?? 0)
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
