import { afterAll, beforeAll, expect, it } from 'vitest'
import { readFiling } from '../read-filing.ts'
import { placeForTests, removePlace } from '../testing/library-place.ts'
import { printExhibit } from '../testing/print-exhibit.ts'
import { car } from '../testing/read-exhibit.ts'
import type { Library } from './library.ts'
import { openLibrary } from './open-library.ts'
import { readDealsQuery } from './read-deals-query.ts'
import { writeWith } from './writer.ts'

/** Balances of 100 to 139 dollars with scores on and around edges, within rows of the computed table too; every tenth tells none. */
const loans = Array.from({ length: 40 }, (_, order) => ({
  score: order % 10 === 9 ? null : 600 + 5 * order,
  dollars: 100 + order,
}))
const whole = loans.reduce((sum, { dollars }) => sum + dollars, 0)
const shareOf = (holds: (score: number) => boolean) =>
  (100 * loans.reduce((sum, { score, dollars }) => sum + (score !== null && holds(score) ? dollars : 0), 0)) /
  whole

const place = await placeForTests()
let library: Library
beforeAll(async () => {
  library = openLibrary({ ...place, writer: writeWith(readFiling), readerVersion: '1' })
  const exhibit = printExhibit(
    'auto-loan',
    loans.map(({ score, dollars }, order) =>
      car(order + 1, {
        obligorCreditScore: score === null ? 'None' : String(score),
        reportingPeriodActualEndBalanceAmount: `${dollars}.00`,
      }),
    ),
  )
  await library.keepFiling(new TextEncoder().encode(exhibit), 'ex102.xml')
})
afterAll(async () => {
  await library.close()
  await removePlace(place)
})

it.each([
  ['credit-score.above.620', (score: number) => score > 620],
  ['credit-score.atLeast.620', (score: number) => score >= 620],
  ['credit-score.above.660', (score: number) => score > 660],
  ['credit-score.below.660', (score: number) => score < 660],
  ['credit-score.atMost.700', (score: number) => score <= 700],
  ['credit-score.above.720', (score: number) => score > 720],
])('%s of a filing of loans is found as exactly as its loans tell it', async (figure, holds) => {
  const share = shareOf(holds)
  const ask = async (limits: string) =>
    (await library.findDeals(readDealsQuery(new URLSearchParams(limits)).query)).counts
  expect(await ask(`${figure}__between=${share - 0.001},${share + 0.001}`)).toMatchObject({ certain: 1 })
  expect(await ask(`${figure}__gt=${share + 0.001}`)).toMatchObject({ certain: 0, possible: 0 })
  expect(await ask(`${figure}__lt=${share - 0.001}`)).toMatchObject({ certain: 0, possible: 0 })
})
