import { drop } from './drop.ts'
import { exports } from './exports.ts'
import { families } from './families.ts'
import type { Extent, Figure, Suite } from './figure.ts'
import { importing } from './import.ts'
import { javascript } from './javascript.ts'
import { large } from './large.ts'
import { largeExhibit } from './large-exhibit.ts'
import { library } from './library.ts'
import { lighthouseSuite } from './lighthouse.ts'
import { memory } from './memory.ts'
import { pages } from './pages.ts'
import { printLine, printTable } from './print-figures.ts'
import { reader } from './reader.ts'
import { size } from './size.ts'
import { stall } from './stall.ts'
import { tape } from './tape.ts'
import { trends } from './trends.ts'
import { view } from './view.ts'

/**
 * `npm run bench` prints a table of every figure; `-- --only reader` measures one suite; `-- --json` prints one JSON
 * line a figure; `-- --only import --filings 2000` imports so many in place of 20,000. Ends with 1 when an aim is missed. Nothing here is a test: figures depend on the machine, ratios less.
 */
const suites: Suite[] = [
  reader,
  families,
  large,
  memory,
  pages,
  stall,
  drop,
  view,
  javascript,
  library,
  size,
  importing,
  trends,
  tape,
  largeExhibit,
  exports,
  lighthouseSuite,
]

function readArguments(given: readonly string[]): {
  only: string | null
  json: boolean
  extent: Extent
} {
  const only = given.includes('--only') ? (given[given.indexOf('--only') + 1] ?? '') : null
  if (only !== null && !suites.some(suite => suite.name === only)) {
    console.error(`There is no suite “${only}”. Choose one of: ${suites.map(suite => suite.name).join(', ')}`)
    process.exit(2)
  }
  const filings = given.includes('--filings') ? given[given.indexOf('--filings') + 1] : undefined
  if (filings !== undefined && !/^[1-9]\d{2,6}$/.test(filings)) {
    console.error(`--filings takes a number from 100 on, and this is “${filings}”.`)
    process.exit(2)
  }
  const extent = filings === undefined ? {} : { filings: Number(filings) }
  return { only, json: given.includes('--json'), extent }
}

const { only, json, extent } = readArguments(process.argv.slice(2))
const figures: Figure[] = []
for (const suite of suites) {
  if (only !== null && suite.name !== only) continue
  if (!json) console.error(`measuring ${suite.name}…`)
  const measured = await suite.measure(extent)
  figures.push(...measured)
  if (json) for (const figure of measured) printLine(figure)
}
if (!json) printTable(figures)
process.exitCode = figures.some(figure => figure.met === false) ? 1 : 0
