import { text } from 'node:stream/consumers'
import { readingRate } from './import-alone.ts'

/** A process that reads the filings whose paths stand on standard input, and prints how many it did in a second. */
const files = (await text(process.stdin)).split('\n').filter(line => line !== '')
console.log(await readingRate(files))
