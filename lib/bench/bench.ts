import { drop } from './drop.ts'
import { exports } from './exports.ts'
import { families } from './families.ts'
import type { Figure, Suite } from './figure.ts'
import { javascript } from './javascript.ts'
import { large } from './large.ts'
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
 * line a figure. Ends with 1 when an aim is missed. Nothing here is a test: figures depend on the machine, ratios less.
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
  trends,
  tape,
  exports,
  lighthouseSuite,
]

function readArguments(given: readonly string[]): { only: string | null; json: boolean } {
  const only = given.includes('--only') ? (given[given.indexOf('--only') + 1] ?? '') : null
  if (only !== null && !suites.some(suite => suite.name === only)) {
    console.error(`There is no suite “${only}”. Choose one of: ${suites.map(suite => suite.name).join(', ')}`)
    process.exit(2)
  }
  return { only, json: given.includes('--json') }
}

const { only, json } = readArguments(process.argv.slice(2))
const figures: Figure[] = []
for (const suite of suites) {
  if (only !== null && suite.name !== only) continue
  if (!json) console.error(`measuring ${suite.name}…`)
  const measured = await suite.measure()
  figures.push(...measured)
  if (json) for (const figure of measured) printLine(figure)
}
if (!json) printTable(figures)
process.exitCode = figures.some(figure => figure.met === false) ? 1 : 0
