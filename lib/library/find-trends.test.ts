import { expect, it } from 'vitest'
import type { DealFigure } from '../figures/index.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'

/** A pool by states, of which percents alone are printed. */
const onlyPercents = [
  '                    Geographic Distribution of the Mortgage Loans',
  '',
  '                             Number of          Percent of',
  'State                    Mortgage Loans       Pool Balance',
  '-------------------------------------------------------',
  'California                          62              62.1 %',
  'Nevada                              21              20.4',
  'Oregon                              17              17.5',
  '-------------------------------------------------------',
  'Total                              100             100.0 %',
].join('\n')

const test = libraryForTests(library => library.keepFiling(Buffer.from(onlyPercents), 'percents.txt'))
const california: DealFigure = { kind: 'share', dimension: 'state', name: 'CA' }
const largest: DealFigure = { kind: 'pool', id: 'largest-state' }

it('keeps what rounding leaves open of a printed percent, and of the largest state that it is', async () => {
  const { trends } = await test.library.findTrends({ figures: [california, largest], query: {}, slugs: [] })
  const values = trends.map(([deal]) => deal?.value)
  for (const value of values) {
    expect(value).toMatchObject({ kind: 'stated', value: null })
    expect(value?.low).toBeCloseTo(62.05, 5)
    expect(value?.high).toBeCloseTo(62.15, 5)
  }
})
