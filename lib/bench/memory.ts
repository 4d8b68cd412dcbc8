import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findFamily, printLargeFiling } from '../fixtures/large-filings.ts'
import { type Figure, median, type Suite } from './figure.ts'
import { largeFiles } from './large-files.ts'

const rounds = 3
const mostTimes = 12
const textBytes = 30_000_000

/** The most memory a process held whose thread read the file, or none, in bytes: the median of several. */
function peakMemory(file: string | null): number {
  const script = path.join(import.meta.dirname, 'print-peak-memory.ts')
  const peaks = Array.from({ length: rounds }, () =>
    Number(execFileSync(process.execPath, [script, ...(file === null ? [] : [file])], { encoding: 'utf8' })),
  )
  return median(peaks)
}

function figure(name: string, bytes: number, above: number): Figure {
  const ratio = above / bytes
  const aim = `at most ${mostTimes}× the file`
  return { name: `memory-${name}`, value: above / 1e6, unit: 'MB', ratio, aim, met: ratio <= mostTimes }
}

async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-'))
  try {
    const idle = peakMemory(null)
    const text = Buffer.from(printLargeFiling(findFamily('several'), textBytes))
    return [...largeFiles(), { name: 'text-30-mb', bytes: text }].map(({ name, bytes }) => {
      const file = path.join(folder, name)
      writeFileSync(file, bytes)
      return figure(name, bytes.length, peakMemory(file) - idle)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The most memory that reading takes above a process with an idle thread, beside the size of the file. */
export const memory: Suite = { name: 'memory', measure }
