import { join } from 'node:path'
import { openLibrary } from '../library/open-library.ts'
import { writerPool } from '../library/writer-pool.ts'

/**
 * For tests: `node invented-uploads.ts FOLDER NAME [ADDRESS]` keeps one invented filing after another, three at once, in the
 * threads of the service, and prints each one's SHA-256 when the library says that it is kept, until somebody kills it.
 */
const [folder = '', name = '', address] = process.argv.slice(2)
const writer = writerPool(join(import.meta.dirname, '../library/write-worker.ts'))
const library = openLibrary({ folder, address, writer, readerVersion: '1' })

function printFiling(turn: number): Uint8Array {
  return Buffer.from(
    [
      'FERNHILL ACCEPTANCE CORP., Depositor',
      `Fernhill Loan Trust, Series 2003-${turn % 50}`,
      '',
      'Mortgage Rates',
      '',
      'Rate (%)          Loans             Balance    Percent of Pool',
      '5.500                 1           $  250.00           25.00%',
      '5.625                 3              750.00           75.00%',
      'Total                 4           $1,000.00          100.00%',
      '',
      `${name} ${turn} ${'x'.repeat(5000)}`,
    ].join('\n'),
  )
}

async function keepOn(start: number): Promise<never> {
  for (let turn = start; ; turn += 3) {
    const kept = await library.keepFiling(printFiling(turn), `${name}.txt`)
    process.stdout.write(`${kept.sha256}\n`)
  }
}
await Promise.all([0, 1, 2].map(keepOn))
