import { loadavg } from 'node:os'
import { type Figure, yardstick } from '../bench/figure.ts'
import { printLine, printTable } from '../bench/print-figures.ts'
import { ensureBuilt } from '../bench/site.ts'
import { abortsScenario } from './aborts.ts'
import { bombsScenario } from './bombs.ts'
import { disksScenario } from './disks.ts'
import { floodsScenario } from './floods.ts'
import { killsScenario } from './kills.ts'
import { pairScenario } from './pair.ts'
import { shareOfProcessor } from './processor-time.ts'
import { report } from './progress.ts'
import { randomOf } from './random.ts'
import { requestsScenario } from './requests.ts'
import type { Plan, Scenario } from './scenario.ts'

/**
 * `npm run attack` attacks a server that it starts itself on loopback, each scenario on a library of its own, and prints
 * one line a figure: `-- --quick` for a minute or two of everything, `-- --only kills` for one scenario, `-- --kills 100`
 * and `-- --minutes 2` for so many kills and so long a flood, `-- --seed 7` for other files and moments, `-- --json` for
 * JSON lines. Ends with 1 when an aim is missed.
 */
const scenarios: Scenario[] = [
  requestsScenario,
  pairScenario,
  abortsScenario,
  disksScenario,
  bombsScenario,
  floodsScenario,
  killsScenario,
]

type Arguments = Omit<Plan, 'random'> & { only: string | null; isJson: boolean }

function readArguments(given: readonly string[]): Arguments {
  const after = (option: string) => (given.includes(option) ? (given[given.indexOf(option) + 1] ?? '') : null)
  const positive = (option: string) => {
    const value = after(option)
    if (value === null) return null
    if (!(Number(value) > 0 && Number.isFinite(Number(value))))
      refuseArguments(`${option} is followed by a number above 0.`)
    return Number(value)
  }
  const only = after('--only')
  if (only !== null && !scenarios.some(({ name }) => name === only))
    refuseArguments(
      `There is no scenario “${only}”. Choose one of: ${scenarios.map(({ name }) => name).join(', ')}`,
    )
  const seed = Number(after('--seed') ?? 1)
  if (!Number.isSafeInteger(seed)) refuseArguments('--seed is followed by a whole number.')
  const [kills, minutes] = [positive('--kills'), positive('--minutes')]
  if (kills !== null && !Number.isInteger(kills)) refuseArguments('--kills is followed by a whole number.')
  return { only, isQuick: given.includes('--quick'), seed, kills, minutes, isJson: given.includes('--json') }
}

function refuseArguments(sentence: string): never {
  report(sentence)
  process.exit(2)
}

const { only, isJson, ...asked } = readArguments(process.argv.slice(2))
ensureBuilt()
const figures: Figure[] = []
for (const { name, attack } of scenarios) {
  if (only !== null && name !== only) continue
  report(`attacking with ${name}…`)
  const start = performance.now()
  const measured = [
    ...(await attack({ ...asked, random: randomOf(asked.seed) })),
    // The machine's other work slows all answers: these two say how much.
    yardstick(`${name}-load-average`, loadavg()[0] ?? Number.NaN, 'processes'),
    yardstick(`${name}-share-of-processor`, shareOfProcessor(), 'of 1'),
    yardstick(`${name}-took`, (performance.now() - start) / 1000, 's'),
  ]
  figures.push(...measured)
  if (isJson) for (const figure of measured) printLine(figure)
  else printTable(measured)
}
const missed = figures.filter(({ met }) => met === false)
for (const { name, value, unit, aim } of missed) report(`missed: ${name} is ${value} ${unit}, aim ${aim}`)
process.exitCode = missed.length > 0 ? 1 : 0
