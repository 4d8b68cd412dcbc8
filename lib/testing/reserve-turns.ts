import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { inventedReader } from './invented-reader.ts'

/** For tests: reserve turns to ask EDGAR in the library of STRATA_DATA or DATABASE_URL, as fast as they come, and print them as JSON. */
const folder = process.env.STRATA_DATA ?? ''
const [count = '0', gapMs = '0'] = process.argv.slice(2)
const library = openLibrary({
  folder,
  address: process.env.DATABASE_URL,
  writer: writeWith(inventedReader),
  readerVersion: '1',
})
const turns: (number | null)[] = []
for (let number = 0; number < Number(count); number++)
  turns.push(await library.reserveEdgarTurn(Number(gapMs), Number.POSITIVE_INFINITY))
await library.close()
process.stdout.write(JSON.stringify(turns))
