import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { SaxesParser } from 'saxes'
import { readPackedFiling } from '../read-packed-filing.ts'
import { openPacked } from '../tape/open-packed.ts'
import { schemaOf, type ValueType } from '../tape/schema.ts'
import { packFile } from '../testing/pack-file.ts'
import { seeded } from './drawn-pools.ts'
import { type Figure, type Suite, yardstick } from './figure.ts'

const loans = 80_000
const fieldsOfLoan = 60
const mostAbove = 300e6
const leastSpeed = 0.7
const seed = 3107

/** A value as the form writes it. */
function drawValue(type: ValueType, codes: readonly string[], random: () => number): string {
  const of = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  if (type === 'amount') return (random() * 40_000).toFixed(2)
  if (type === 'percentage' || type === 'decimal') return (random() * 0.2).toFixed(8)
  if (type === 'integer') return String(Math.floor(random() * 84))
  if (type === 'date') return `0${1 + Math.floor(random() * 9)}-15-2024`
  if (type === 'month') return `0${1 + Math.floor(random() * 9)}/2024`
  if (type === 'indicator') return String(random() < 0.5)
  return of(type === 'code' ? codes : ['HONDA', 'FORD', 'TOYOTA', 'KIA', '712', '650'])
}

/** An exhibit of invented auto loans, some 300 MB, a loan after another. */
function* printLoans(): Generator<string> {
  const random = seeded(seed)
  const { fields, namespace } = schemaOf('auto-loan')
  const printed = Object.entries(fields).slice(0, fieldsOfLoan)
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<assetData xmlns="${namespace}">\n`
  for (let loan = 0; loan < loans; loan++) {
    const elements = printed.map(([name, { type, words }]) => {
      const value = name === 'assetNumber' ? `A-${loan}` : drawValue(type, Object.keys(words ?? {}), random)
      return `        <${name}>${value}</${name}>\n`
    })
    yield `    <assets>\n${elements.join('')}    </assets>\n`
  }
  yield '</assetData>\n'
}

const cpuMs = (since: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function parseAlone(bytes: Buffer): number {
  const since = process.cpuUsage()
  const parser = new SaxesParser()
  for (let at = 0; at < bytes.length; at += 65_536) parser.write(bytes.toString('latin1', at, at + 65_536))
  parser.close()
  return cpuMs(since)
}

function peakMemory(file: string | null): number {
  const script = path.join(import.meta.dirname, 'print-exhibit-memory.ts')
  return Number(
    execFileSync(process.execPath, [script, ...(file === null ? [] : [file])], { encoding: 'utf8' }),
  )
}

async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-bench-exhibit-'))
  try {
    const file = path.join(folder, 'ex102.xml')
    await pipeline(Readable.from(printLoans()), createWriteStream(file))
    const above = peakMemory(file) - peakMemory(null)
    const bytes = readFileSync(file)
    const packed = await packFile(bytes)
    const parser = parseAlone(bytes)
    const since = process.cpuUsage()
    const opened = await openPacked(packed, { readsLoans: true })
    const own = cpuMs(since)
    if ('refusal' in opened || opened.exhibit === null || 'unread' in opened.exhibit)
      throw new Error('The exhibit is not read.')
    const sinceRead = process.cpuUsage()
    const read = await readPackedFiling(packed, 'ex102.xml')
    const toTables = cpuMs(sinceRead)
    if ('refusal' in read) throw new Error('The exhibit has no tables.')
    return [
      yardstick('exhibit-of-80000-loans', bytes.length / 1e6, 'MB'),
      yardstick('parsed-alone', parser, 'ms CPU'),
      {
        name: 'read-to-its-columns',
        value: own,
        unit: 'ms CPU',
        ratio: parser / own,
        aim: `at least ${leastSpeed} of the parser’s own speed`,
        met: parser / own >= leastSpeed,
      },
      { ...yardstick('read-to-its-tables', toTables, 'ms CPU'), ratio: parser / toTables },
      {
        name: 'memory-above-idle',
        value: above / 1e6,
        unit: 'MB',
        ratio: above / bytes.length,
        aim: `at most ${mostAbove / 1e6} MB`,
        met: above <= mostAbove,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How fast a loan-level exhibit of 300 MB is unpacked and read, beside its parser alone, and how much memory that takes. */
export const largeExhibit: Suite = { name: 'exhibit', measure }
