import { Parser } from 'htmlparser2'
import { readFiling } from '../read-filing.ts'
import { type Figure, yardstick } from './figure.ts'
import { measureSpeeds } from './measure-speed.ts'
import { rowPatterns, scanRows } from './scan-rows.ts'

/** A filing to be timed. */
export type Timed = { name: string; bytes: Uint8Array; medium: 'text' | 'html' }

const leastRatio = 0.5

/** Walk over the markup with the fastest parser there is for it, and do nothing with what that tells. */
function parseOnly(bytes: Uint8Array): void {
  const parser = new Parser({}, { decodeEntities: true, lowerCaseTags: true })
  parser.write(Buffer.from(bytes).toString('latin1'))
  parser.end()
}

/**
 * How fast a filing is read, in megabytes a second, beside its yardstick on the same bytes: the bare row scan for text,
 * the parser alone for HTML.
 */
export function speedBeside({ name, bytes, medium }: Timed, rounds: number, roundMs: number): Figure[] {
  const file = medium === 'html' ? 'timed.htm' : 'timed.txt'
  const yard = medium === 'html' ? 'htmlparser2 alone' : 'the row scan'
  const works = {
    reading: () => void readFiling(bytes, file),
    yardstick:
      medium === 'html' ? () => parseOnly(bytes) : () => void scanRows(bytes, rowPatterns['row-scan']),
  }
  const { reading = 0, yardstick: other = 0 } = measureSpeeds(works, bytes.length, rounds, roundMs)
  const ratio = reading / other
  const aim = `at least ${leastRatio}× ${yard}`
  return [
    yardstick(`${name}-${medium === 'html' ? 'parser-alone' : 'row-scan'}`, other, 'MB/s'),
    { name, value: reading, unit: 'MB/s', ratio, aim, met: ratio >= leastRatio },
  ]
}
