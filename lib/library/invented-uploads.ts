import { inventedBytes, inventedReader } from './invented-reader.ts'
import { openLibrary } from './open-library.ts'
import { prepareWith } from './prepare-filing.ts'

/**
 * For tests: `node invented-uploads.ts FOLDER NAME` keeps one invented filing after another, three at once, and prints
 * each one's SHA-256 when the library says that it is kept, until somebody kills it.
 */
const [folder = '', name = ''] = process.argv.slice(2)
const library = openLibrary({ folder, prepare: prepareWith(inventedReader), readerVersion: '1' })

async function keepOn(start: number): Promise<never> {
  for (let turn = start; ; turn += 3) {
    const filing = {
      trust: `Trust ${turn % 50}`,
      depositor: 'Depositor',
      remark: `${name} ${turn} ${'x'.repeat(5000)}`,
    }
    const kept = await library.keepFiling(inventedBytes(filing), `${name}.txt`)
    process.stdout.write(`${kept.sha256}\n`)
  }
}
await Promise.all([0, 1, 2].map(keepOn))
