import { families as layouts } from '../fixtures/invented/families.ts'
import { printLargeFiling } from '../fixtures/large-filings.ts'
import type { Suite } from './figure.ts'
import { speedBeside } from './speed-beside.ts'

const bytesOfEach = 300_000
const rounds = 5
const roundMs = 60

/** How fast filings of each layout family are read that the round trips print. */
export const families: Suite = {
  name: 'families',
  measure: async () =>
    layouts.flatMap(family => {
      const bytes = Buffer.from(printLargeFiling(family, bytesOfEach))
      return speedBeside({ name: `family-${family.name}`, bytes, medium: family.medium }, rounds, roundMs)
    }),
}
